/** The rules of the architecture as tests. They know production classes by name and package only, and run none of them. */
@NullMarked
package dev.krakenflow.architecture;

import org.jspecify.annotations.NullMarked;
