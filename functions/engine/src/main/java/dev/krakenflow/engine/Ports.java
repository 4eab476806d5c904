package dev.krakenflow.engine;

import dev.krakenflow.engine.client.SecretValues;
import dev.krakenflow.expression.Expressions;
import java.util.random.RandomGenerator;

/** What the engine was given from outside, and what all plans of the process share. */
record Ports(
        Expressions expressions,
        Scheduler scheduler,
        EventIds eventIds,
        FailureLog log,
        Stores stores,
        StoredMemos memos,
        KeptAnswers answers,
        PolicyStates states,
        RandomGenerator random,
        SecretValues secrets) {}
