/** Whether what deployments set is what functions read. */
package dev.krakenflow.infra.settings;
