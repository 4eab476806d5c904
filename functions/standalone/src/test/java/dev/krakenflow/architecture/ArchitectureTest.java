package dev.krakenflow.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The rules of the architecture, checked on the production classes of every module that the standalone is made of. */
@AnalyzeClasses(packages = "dev.krakenflow", importOptions = ProductionClasses.class)
final class ArchitectureTest {

    private static final String[] REDIS = {"io.quarkus.redis..", "io.vertx.redis..", "io.vertx.mutiny.redis.."};

    @ArchTest
    static final ArchRule conceptsDependOneWay = classes().should(new ModuleDependencies());

    @ArchTest
    static final ArchRule packagesHaveNoCycles =
            slices().matching("dev.krakenflow.(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule onlyTheRedisStoreAndTheWiringKnowRedis = noClasses()
            .that()
            .resideOutsideOfPackages(
                    "dev.krakenflow.store.redis", "dev.krakenflow.function..", "dev.krakenflow.standalone..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(REDIS);

    @ArchTest
    static final ArchRule theCoreKnowsNoPlatform = noClasses()
            .that()
            .resideInAnyPackage(
                    "dev.krakenflow.definition..",
                    "dev.krakenflow.plan..",
                    "dev.krakenflow.failure..",
                    "dev.krakenflow.json..",
                    "dev.krakenflow.expression..",
                    "dev.krakenflow.schema..",
                    "dev.krakenflow.compiler..",
                    "dev.krakenflow.engine..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.quarkus..", "io.vertx..", "jakarta..");

    @ArchTest
    static final ArchRule onlyTheRedisStoreKnowsThePlatformBeforeTheFunctions = noClasses()
            .that()
            .resideInAnyPackage("dev.krakenflow.store..", "dev.krakenflow.client..")
            .and()
            .resideOutsideOfPackage("dev.krakenflow.store.redis")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.quarkus..");

    @ArchTest
    static final ArchRule onlyExpressionsKnowTheJsonataLibrary = noClasses()
            .that()
            .resideOutsideOfPackage("dev.krakenflow.expression..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("com.dashjoin..");

    @ArchTest
    static final ArchRule onlySchemasKnowTheSchemaLibrary = noClasses()
            .that()
            .resideOutsideOfPackage("dev.krakenflow.schema..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("com.networknt..");

    /** The wiring is loaded at the start, the rest of its package with the first event. */
    @ArchTest
    static final ArchRule nothingLoadsCloudEventsAtTheStart = noClasses()
            .that()
            .resideOutsideOfPackage("dev.krakenflow.function.pipeline.cloudevents")
            .or()
            .haveSimpleName("CloudEventWiring")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.cloudevents..");

    @ArchTest
    static final ArchRule packagesSayWhatTheyAreFor = classes().should(new PackageInfo());

    @ArchTest
    static final ArchRule classesAreNamedAfterConcepts =
            noClasses().should().haveNameMatching(".*\\.(Abstract\\w*|\\w+(Utils?|Helper|Impl|Manager))");

    @ArchTest
    static final ArchRule staticsAreFinal = fields().that().areStatic().should().beFinal();

    @ArchTest
    static final ArchRule nothingUsesReflection =
            noClasses().should().dependOnClassesThat().resideInAnyPackage("java.lang.reflect..");
}
