/** The admin function on AWS Lambda: what it does when it is invoked directly. */
@NullMarked
package dev.krakenflow.function.aws.admin;

import org.jspecify.annotations.NullMarked;
