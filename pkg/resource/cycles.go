package resource

import "slices"

// cycles finds the nodes of a directed graph that can be reached from themselves. For each it gives the nodes of its
// strongly connected component in the order of the search (Tarjan 1972). Edges to unknown nodes are ignored.
func cycles(nodes []string, edges func(string) []string) map[string][]string {
	t := &tarjan{
		edges: edges, known: map[string]bool{}, number: map[string]int{}, low: map[string]int{},
		open: map[string]bool{}, result: map[string][]string{},
	}
	for _, node := range nodes {
		t.known[node] = true
	}
	for _, node := range nodes {
		if t.number[node] == 0 {
			t.visit(node)
		}
	}
	return t.result
}

type tarjan struct {
	edges  func(string) []string
	known  map[string]bool
	number map[string]int
	low    map[string]int
	stack  []string
	// open holds what is on the stack.
	open   map[string]bool
	result map[string][]string
}

func (t *tarjan) visit(node string) {
	t.number[node] = len(t.number) + 1
	t.low[node] = t.number[node]
	t.stack = append(t.stack, node)
	t.open[node] = true
	toItself := false
	for _, next := range t.edges(node) {
		switch {
		case !t.known[next]:
		case t.number[next] == 0:
			t.visit(next)
			t.low[node] = min(t.low[node], t.low[next])
		case t.open[next]:
			t.low[node] = min(t.low[node], t.number[next])
		}
		toItself = toItself || next == node
	}
	if t.low[node] != t.number[node] {
		return
	}
	start := len(t.stack) - 1
	for t.stack[start] != node {
		start--
	}
	members := slices.Clone(t.stack[start:])
	t.stack = t.stack[:start]
	for _, member := range members {
		t.open[member] = false
	}
	if len(members) > 1 || toItself {
		for _, member := range members {
			t.result[member] = members
		}
	}
}
