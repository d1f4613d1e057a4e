package resource

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// maxFileBytes bounds what one provisioned file may hold.
const maxFileBytes = 64 << 20

// fileOnDisk is one file of the provisioned directory.
type fileOnDisk struct {
	// name is the path relative to the directory, with slashes.
	name string
	data []byte
	// err says why it could not be read.
	err error
}

// scan reads every .yaml, .yml and .json file below a directory, sorted by name, and lists the folders it looked into.
// Names that begin with a dot are skipped: that leaves out hidden files and the ..data folders behind the links that
// Kubernetes makes for config maps, while the links themselves are followed, each folder once.
func scan(directory string) (files []fileOnDisk, folders []string, err error) {
	s := &scanner{visited: map[string]bool{}}
	if err := s.folder(directory, ""); err != nil {
		return nil, nil, err
	}
	slices.SortFunc(s.files, func(a, b fileOnDisk) int { return strings.Compare(a.name, b.name) })
	return s.files, s.folders, nil
}

type scanner struct {
	files   []fileOnDisk
	folders []string
	visited map[string]bool
}

func (s *scanner) folder(path, name string) error {
	real, err := filepath.EvalSymlinks(path)
	if err != nil {
		return err
	}
	if s.visited[real] {
		return nil
	}
	s.visited[real] = true
	entries, err := os.ReadDir(path)
	if err != nil {
		return err
	}
	s.folders = append(s.folders, path)
	for _, entry := range entries {
		if strings.HasPrefix(entry.Name(), ".") {
			continue
		}
		childPath, childName := filepath.Join(path, entry.Name()), entry.Name()
		if name != "" {
			childName = name + "/" + entry.Name()
		}
		// Stat follows links. What vanished meanwhile is not there.
		info, err := os.Stat(childPath)
		switch {
		case errors.Is(err, os.ErrNotExist):
		case err == nil && info.IsDir():
			err = s.folder(childPath, childName)
			if err != nil && !errors.Is(err, os.ErrNotExist) {
				s.files = append(s.files, fileOnDisk{name: childName, err: err})
			}
		case isDocumentFile(entry.Name()):
			s.files = append(s.files, readFile(childPath, childName))
		}
	}
	return nil
}

func isDocumentFile(name string) bool {
	switch strings.ToLower(filepath.Ext(name)) {
	case ".yaml", ".yml", ".json":
		return true
	}
	return false
}

func readFile(path, name string) fileOnDisk {
	result := fileOnDisk{name: name}
	file, err := os.Open(path)
	if err != nil {
		result.err = err
		return result
	}
	defer file.Close()
	result.data, result.err = io.ReadAll(io.LimitReader(file, maxFileBytes+1))
	if result.err == nil && len(result.data) > maxFileBytes {
		result.data, result.err = nil, fmt.Errorf("larger than %d MiB: split the file", maxFileBytes>>20)
	}
	return result
}

// format is how a file is written, by its name.
func (f fileOnDisk) format() Format {
	if strings.EqualFold(filepath.Ext(f.name), ".json") {
		return JSON
	}
	return YAML
}
