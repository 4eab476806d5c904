/** Servers on the loopback interface that answer as a test says, rightly or wrongly, and remember what they were asked. */
package dev.krakenflow.client.http.testing;
