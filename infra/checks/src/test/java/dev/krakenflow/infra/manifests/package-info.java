/** Tests of what runs the functions with Compose and on Kubernetes. */
package dev.krakenflow.infra.manifests;
