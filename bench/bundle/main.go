// Command bundle measures what a browser loads of the built plugin: npm run bench -- bundle.
package main

import (
	"bytes"
	"cmp"
	"compress/gzip"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"

	"github.com/bsc-scorecard/bsc-scorecard-app/bench/internal/report"
)

const (
	entry = "module.js"
	// Budgets in bytes, compressed.
	entryBudget = 60_000
	pageBudget  = 200_000
	// shown is from how many compressed bytes on a chunk has a row of its own.
	shown = 10_000
)

func main() {
	table := report.New("bundle", "file", "made of", "bytes", "gzip", "budget", "met")
	table.Exit(measure(table, "dist"))
}

// chunk is a script of the bundle.
type chunk struct {
	name         string
	size, packed int
	// own is the largest of our files in it, library the package that makes most of it.
	own, library string
}

func measure(table *report.Table, dist string) error {
	first, err := read(filepath.Join(dist, entry))
	if err != nil {
		return err
	}
	table.Row(entry, "entry", first.size, first.packed, fmt.Sprintf("< %d", entryBudget), table.Met(first.packed < entryBudget))
	chunks, err := chunksOf(dist)
	if err != nil {
		return err
	}
	small := 0
	for _, c := range chunks {
		switch {
		case c.own != "":
			met := table.Met(c.packed < pageBudget)
			if c.packed >= shown {
				table.Row(c.name, c.own, c.size, c.packed, fmt.Sprintf("< %d", pageBudget), met)
			} else {
				small++
			}
		case c.packed >= shown:
			table.Row(c.name, "library: "+c.library, c.size, c.packed, "", "")
		default:
			small++
		}
	}
	table.Note("%d more chunks have less than %d bytes each.", small, shown)
	return nil
}

// chunksOf reads the scripts that the entry refers to, the largest first. What earlier builds have left is none of them.
func chunksOf(dist string) ([]chunk, error) {
	runtime, err := os.ReadFile(filepath.Join(dist, entry))
	if err != nil {
		return nil, err
	}
	files, err := filepath.Glob(filepath.Join(dist, "chunks", "*.js"))
	if err != nil {
		return nil, err
	}
	var chunks []chunk
	for _, file := range files {
		if hash := hashOf.FindStringSubmatch(file); hash == nil || !bytes.Contains(runtime, []byte(hash[1])) {
			continue
		}
		c, err := read(file)
		if err != nil {
			return nil, err
		}
		chunks = append(chunks, c)
	}
	slices.SortFunc(chunks, func(a, b chunk) int { return cmp.Compare(b.packed, a.packed) })
	return chunks, nil
}

var hashOf = regexp.MustCompile(`\.([0-9a-f]{8,})\.js$`)

func read(file string) (chunk, error) {
	content, err := os.ReadFile(file)
	if err != nil {
		return chunk{}, err
	}
	var packed bytes.Buffer
	writer := gzip.NewWriter(&packed)
	if _, err := writer.Write(content); err != nil {
		return chunk{}, err
	}
	if err := writer.Close(); err != nil {
		return chunk{}, err
	}
	c := chunk{name: filepath.Base(file), size: len(content), packed: packed.Len()}
	return c, c.explain(file + ".map")
}

var packageOf = regexp.MustCompile(`node_modules/((?:@[^/]+/)?[^/]+)/`)

// explain reads from the source map what the chunk is made of; one without a map stays unexplained.
func (c *chunk) explain(file string) error {
	text, err := os.ReadFile(file)
	if err != nil {
		return nil
	}
	var sourceMap struct {
		Sources        []string `json:"sources"`
		SourcesContent []string `json:"sourcesContent"`
	}
	if err := json.Unmarshal(text, &sourceMap); err != nil {
		return fmt.Errorf("%s: %w", file, err)
	}
	packages, largest := map[string]int{}, 0
	for i, source := range sourceMap.Sources {
		length := 0
		if i < len(sourceMap.SourcesContent) {
			length = len(sourceMap.SourcesContent[i])
		}
		if match := packageOf.FindStringSubmatch(source); match != nil {
			packages[match[1]] += length
			if packages[match[1]] > packages[c.library] {
				c.library = match[1]
			}
		} else if _, path, ours := strings.Cut(source, "/./"); ours && length > largest {
			c.own, largest = path, length
		}
	}
	return nil
}
