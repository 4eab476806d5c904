/** Tests of {@code terraform/}: what a plan would find, as far as it can be found without providers. */
package dev.krakenflow.infra.terraform;
