/** Values by key as the tests of the client want them. */
package dev.krakenflow.client.kv.testing;
