// Package kubernetes holds the manifests that render a large portal on a cluster, and the test
// that reads them. It is a module of its own: no build of Mingfa needs the types of Kubernetes.
package kubernetes
