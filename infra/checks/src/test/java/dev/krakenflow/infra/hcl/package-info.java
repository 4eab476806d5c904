/**
 * The language of Terraform's files: their text as blocks and expressions, and the value of expressions that need no provider. Knows
 * nothing of what the blocks mean.
 */
package dev.krakenflow.infra.hcl;
