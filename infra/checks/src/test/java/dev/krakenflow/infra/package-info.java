/** Tests of the files that the functions are deployed with. There is no code of the functions here. */
package dev.krakenflow.infra;
