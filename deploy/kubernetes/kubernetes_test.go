package kubernetes

import (
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	batch "k8s.io/api/batch/v1"
	core "k8s.io/api/core/v1"
	"sigs.k8s.io/yaml"
)

// job reads a manifest by the types that Kubernetes itself reads it by. A key that is none, is
// there twice, or has a value of another type is an error.
func job(t *testing.T, file string) *batch.Job {
	t.Helper()
	raw, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	var j batch.Job
	if err := yaml.UnmarshalStrict(raw, &j); err != nil {
		t.Fatalf("%s: %v", file, err)
	}
	if j.APIVersion != "batch/v1" || j.Kind != "Job" || j.Name == "" {
		t.Errorf("%s is of %s %s, %q", file, j.APIVersion, j.Kind, j.Name)
	}
	return &j
}

func containers(j *batch.Job) []core.Container {
	return slices.Concat(j.Spec.Template.Spec.InitContainers, j.Spec.Template.Spec.Containers)
}

func variable(c *core.Container, name string) string {
	for _, v := range c.Env {
		if v.Name == name {
			return v.Value
		}
	}
	return ""
}

// TestParts: as many pods as parts, each of which renders its own.
func TestParts(t *testing.T) {
	j := job(t, "parts.yaml")
	if m := j.Spec.CompletionMode; m == nil || *m != batch.IndexedCompletion {
		t.Error("the pods do not know which they are")
	}
	for _, c := range containers(j) {
		if n := variable(&c, "SHARDS"); j.Spec.Completions == nil || n != "4" || *j.Spec.Completions != 4 {
			t.Errorf("%s takes the site to have %s parts", c.Name, n)
		}
	}
	// Kubernetes refuses a policy on failures where pods are started again, and one that names no
	// container of the pod.
	if j.Spec.Template.Spec.RestartPolicy != core.RestartPolicyNever {
		t.Error("a pod that fails is started again")
	}
	for _, rule := range j.Spec.PodFailurePolicy.Rules {
		of := rule.OnExitCodes.ContainerName
		if !slices.ContainsFunc(containers(j), func(c core.Container) bool { return c.Name == *of }) {
			t.Errorf("no container is called %s", *of)
		}
	}
	// backoffLimitPerIndex and maxFailedIndexes are for Indexed jobs alone.
	if j.Spec.BackoffLimitPerIndex == nil || j.Spec.MaxFailedIndexes == nil || *j.Spec.MaxFailedIndexes > *j.Spec.Completions {
		t.Error("a part that fails fails the others")
	}
}

// TestLocked: what runs has no more rights than it needs, bounded means, and a volume for each
// mount.
func TestLocked(t *testing.T) {
	for _, file := range []string{"parts.yaml", "join.yaml"} {
		j := job(t, file)
		pod := j.Spec.Template.Spec
		if s := pod.SecurityContext; !*s.RunAsNonRoot || *s.RunAsUser == 0 || s.SeccompProfile.Type != core.SeccompProfileTypeRuntimeDefault {
			t.Errorf("%s: the pod is %+v", file, s)
		}
		if pod.AutomountServiceAccountToken == nil || *pod.AutomountServiceAccountToken {
			t.Errorf("%s: the pod may ask the cluster", file)
		}
		volumes := map[string]bool{}
		for _, v := range pod.Volumes {
			volumes[v.Name] = v.EmptyDir != nil && !v.EmptyDir.SizeLimit.IsZero()
		}
		for _, c := range containers(j) {
			s := c.SecurityContext
			if s == nil || *s.AllowPrivilegeEscalation || !*s.ReadOnlyRootFilesystem || !slices.Equal(s.Capabilities.Drop, []core.Capability{"ALL"}) {
				t.Errorf("%s: %s is %+v", file, c.Name, s)
			}
			for _, list := range []core.ResourceList{c.Resources.Requests, c.Resources.Limits} {
				if list.Cpu().IsZero() || list.Memory().IsZero() {
					t.Errorf("%s: %s has no bound: %v", file, c.Name, list)
				}
			}
			for _, m := range c.VolumeMounts {
				if !volumes[m.Name] {
					t.Errorf("%s: %s mounts %s, which is no bounded folder", file, c.Name, m.Name)
				}
			}
			if secret := len(c.EnvFrom) > 0; secret == slices.Contains([]string{"render", "join"}, c.Name) {
				t.Errorf("%s: %s and the keys of the store: %t; what reads reports needs none", file, c.Name, secret)
			}
		}
	}
}

// TestNoPlaceIsNamed: manifests are the same everywhere.
func TestNoPlaceIsNamed(t *testing.T) {
	host := regexp.MustCompile(`\w\.\w+\.\w|://|\b\d+\.\d+\.\d+\.\d+\b`)
	for _, file := range []string{"parts.yaml", "join.yaml"} {
		raw, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for line := range strings.Lines(string(raw)) {
			if host.MatchString(line) {
				t.Errorf("%s names a place: %s", file, line)
			}
		}
	}
}
