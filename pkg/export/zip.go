package export

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"
	"slices"
	"strings"
	"time"
)

// zipEntry is a file of an archive.
type zipEntry struct {
	name string
	data []byte
}

// writeZip makes an archive in which every file is dated alike, so that the same files make the same bytes.
func writeZip(entries []zipEntry, dated time.Time) ([]byte, error) {
	var file bytes.Buffer
	archive := zip.NewWriter(&file)
	for _, entry := range entries {
		w, err := archive.CreateHeader(&zip.FileHeader{Name: entry.name, Method: zip.Deflate, Modified: dated})
		if err == nil {
			_, err = w.Write(entry.data)
		}
		if err != nil {
			return nil, fmt.Errorf("write %s: %w", entry.name, err)
		}
	}
	if err := archive.Close(); err != nil {
		return nil, fmt.Errorf("write an archive: %w", err)
	}
	return file.Bytes(), nil
}

// contentTypes must be the first file of an Office document.
const contentTypes = "[Content_Types].xml"

// steadyZip writes an archive again with its files in order and dated alike.
func steadyZip(data []byte, dated time.Time) ([]byte, error) {
	archive, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return nil, fmt.Errorf("read an archive: %w", err)
	}
	entries := make([]zipEntry, 0, len(archive.File))
	for _, file := range archive.File {
		content, err := readEntry(file)
		if err != nil {
			return nil, fmt.Errorf("read %s: %w", file.Name, err)
		}
		entries = append(entries, zipEntry{file.Name, content})
	}
	slices.SortFunc(entries, func(a, b zipEntry) int {
		switch contentTypes {
		case a.name:
			return -1
		case b.name:
			return 1
		}
		return strings.Compare(a.name, b.name)
	})
	return writeZip(entries, dated)
}

func readEntry(file *zip.File) ([]byte, error) {
	r, err := file.Open()
	if err != nil {
		return nil, err
	}
	defer r.Close()
	return io.ReadAll(r)
}
