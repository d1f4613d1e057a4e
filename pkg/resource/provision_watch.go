package resource

import (
	"context"
	"time"

	"github.com/fsnotify/fsnotify"
)

const (
	// settleTime is how long files have to be left alone before they are loaded: editors and deployments write in steps.
	settleTime = 300 * time.Millisecond
	// rescanInterval is how often the directory is looked at without being told: network volumes send no events, and what a
	// broken file lacks may have come from elsewhere.
	rescanInterval = 30 * time.Second
)

// Run loads the directory now and whenever it changes, until the context ends.
func (p *Provisioner) Run(ctx context.Context) {
	watch := newFolderWatch(p.log)
	defer watch.close()
	rescan := time.NewTicker(rescanInterval)
	defer rescan.Stop()
	settled := time.NewTimer(0)
	defer settled.Stop()
	for {
		select {
		case <-ctx.Done():
			return
		case <-watch.events():
			settled.Reset(settleTime)
		case <-rescan.C:
			settled.Reset(0)
		case <-settled.C:
			// The error is in Status and in the log; the next look tries again.
			folders, _ := p.sync(ctx)
			if watch.follow(folders) {
				// A folder may have been filled before it was watched.
				settled.Reset(settleTime)
			}
		}
	}
}

// folderWatch tells of changes in folders. Without a working watcher it tells nothing, and rescans have to do.
type folderWatch struct {
	watcher *fsnotify.Watcher
	folders map[string]bool
	changes chan struct{}
}

func newFolderWatch(log Logger) *folderWatch {
	w := &folderWatch{folders: map[string]bool{}, changes: make(chan struct{}, 1)}
	watcher, err := fsnotify.NewWatcher()
	if err != nil {
		log.Warn("The directory of provisioned files can't be watched; it is looked at every "+rescanInterval.String(), "error", err)
		return w
	}
	w.watcher = watcher
	go w.pass()
	return w
}

// pass turns the watcher's events and errors (which may mean lost events) into one signal.
func (w *folderWatch) pass() {
	for {
		select {
		case _, open := <-w.watcher.Events:
			if !open {
				return
			}
		case _, open := <-w.watcher.Errors:
			if !open {
				return
			}
		}
		select {
		case w.changes <- struct{}{}:
		default:
		}
	}
}

func (w *folderWatch) events() <-chan struct{} { return w.changes }

// follow watches exactly the given folders and reports whether any is new. A folder that went and came back counts as new
// only when a look in between missed it; adding it again makes sure that it is watched.
func (w *folderWatch) follow(folders []string) (added bool) {
	if w.watcher == nil {
		return false
	}
	wanted := map[string]bool{}
	for _, folder := range folders {
		wanted[folder] = w.watcher.Add(folder) == nil
		added = added || wanted[folder] && !w.folders[folder]
	}
	for folder := range w.folders {
		if !wanted[folder] {
			// The error says that it isn't watched, which is what is wanted.
			_ = w.watcher.Remove(folder)
		}
	}
	w.folders = wanted
	return added
}

func (w *folderWatch) close() {
	if w.watcher != nil {
		w.watcher.Close()
	}
}
