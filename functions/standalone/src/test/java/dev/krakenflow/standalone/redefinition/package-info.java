/**
 * What runs see while their definitions are changed under them.
 */
@NullMarked
package dev.krakenflow.standalone.redefinition;

import org.jspecify.annotations.NullMarked;
