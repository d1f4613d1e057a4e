// Package pgtest gives tests a PostgreSQL to run against: the server that BSC_TEST_DATABASE_URL names, else a private one
// made from the binaries of this machine, which ends with the test process.
package pgtest

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"net/url"
	"os"
	"os/exec"
	"os/user"
	"path/filepath"
	"strconv"
	"sync"
	"sync/atomic"
	"syscall"
	"testing"
	"time"

	"github.com/jackc/pgx/v5"
)

// Variable names the environment variable with the address of a server whose user may create databases.
const Variable = "BSC_TEST_DATABASE_URL"

var (
	once     sync.Once
	server   string // address of the server; "" when there is none
	why      error  // why there is none
	stop     = func() {}
	database atomic.Int64
)

// Main runs the tests of a package and stops the private server, if one was started. A package that calls URL calls it
// from its TestMain.
func Main(m *testing.M) {
	code := m.Run()
	stop()
	os.Exit(code)
}

// URL gives the address of a new, empty database, which is dropped when the test ends. It skips the test where no server
// can be had.
func URL(t testing.TB) string {
	t.Helper()
	once.Do(func() { server, stop, why = find() })
	if why != nil {
		t.Skipf("no PostgreSQL to test with (set %s): %v", Variable, why)
	}
	name := fmt.Sprintf("bsc_test_%d_%d", os.Getpid(), database.Add(1))
	if err := administer("CREATE DATABASE " + name); err != nil {
		t.Fatalf("create a test database: %v", err)
	}
	t.Cleanup(func() {
		if err := administer("DROP DATABASE " + name + " WITH (FORCE)"); err != nil {
			t.Errorf("drop a test database: %v", err)
		}
	})
	address, err := url.Parse(server)
	if err != nil {
		t.Fatalf("%s: %v", Variable, err)
	}
	address.Path = "/" + name
	return address.String()
}

func administer(statement string) error {
	ctx, cancel := context.WithTimeout(context.Background(), 30*time.Second)
	defer cancel()
	conn, err := pgx.Connect(ctx, server)
	if err != nil {
		return err
	}
	defer conn.Close(ctx)
	_, err = conn.Exec(ctx, statement)
	return err
}

func find() (address string, stop func(), err error) {
	if address := os.Getenv(Variable); address != "" {
		return address, func() {}, nil
	}
	found, err := filepath.Glob("/usr/lib/postgresql/*/bin/initdb")
	if err != nil || len(found) == 0 {
		return "", func() {}, errors.New("/usr/lib/postgresql/*/bin/initdb doesn't exist")
	}
	return start(filepath.Dir(found[len(found)-1]))
}

// start makes a cluster in a temporary folder and starts its server on a free port of the loopback address.
func start(bin string) (address string, stop func(), err error) {
	folder, err := os.MkdirTemp("", "bsc-pgtest-*")
	if err != nil {
		return "", func() {}, err
	}
	remove := func() { os.RemoveAll(folder) }
	attributes, err := unprivileged(folder)
	if err != nil {
		remove()
		return "", func() {}, err
	}
	data := filepath.Join(folder, "data")
	initdb := exec.Command(filepath.Join(bin, "initdb"), "-D", data, "-U", "bsc", "-A", "trust", "-E", "UTF8", "--no-sync")
	initdb.Dir, initdb.SysProcAttr = folder, attributes
	if out, err := initdb.CombinedOutput(); err != nil {
		remove()
		return "", func() {}, fmt.Errorf("initdb: %w: %s", err, out)
	}
	port, err := freePort()
	if err != nil {
		remove()
		return "", func() {}, err
	}
	// The shell stops the server when its input closes, which it also does when the test process is killed.
	postgres := exec.Command("sh", "-c", `"$0" "$@" & server=$!; cat; kill -QUIT $server; wait $server`, filepath.Join(bin, "postgres"),
		"-D", data, "-k", folder, "-h", "127.0.0.1", "-p", strconv.Itoa(port), "-c", "fsync=off", "-c", "shared_buffers=64MB")
	postgres.Dir, postgres.SysProcAttr = folder, attributes
	var log bytes.Buffer
	postgres.Stderr = &log
	alive, err := postgres.StdinPipe()
	if err == nil {
		err = postgres.Start()
	}
	if err != nil {
		remove()
		return "", func() {}, err
	}
	stop = func() {
		io.Closer(alive).Close()
		_ = postgres.Wait() // it was told to quit
		remove()
	}
	address = fmt.Sprintf("postgres://bsc@127.0.0.1:%d/postgres?sslmode=disable", port)
	if err := await(address); err != nil {
		stop()
		return "", func() {}, fmt.Errorf("start postgres: %w: %s", err, log.String())
	}
	return address, stop, nil
}

// unprivileged gives the folder to a user that PostgreSQL agrees to run as: root's server runs as postgres.
func unprivileged(folder string) (*syscall.SysProcAttr, error) {
	if os.Getuid() != 0 {
		return nil, nil
	}
	account, err := user.Lookup("postgres")
	if err != nil {
		return nil, fmt.Errorf("PostgreSQL doesn't run as root: %w", err)
	}
	uid, err := strconv.Atoi(account.Uid)
	if err != nil {
		return nil, err
	}
	gid, err := strconv.Atoi(account.Gid)
	if err != nil {
		return nil, err
	}
	return &syscall.SysProcAttr{Credential: &syscall.Credential{Uid: uint32(uid), Gid: uint32(gid)}}, os.Chown(folder, uid, gid)
}

func freePort() (int, error) {
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return 0, err
	}
	defer listener.Close()
	return listener.Addr().(*net.TCPAddr).Port, nil
}

// await returns when the server answers.
func await(address string) error {
	ctx, cancel := context.WithTimeout(context.Background(), 30*time.Second)
	defer cancel()
	for {
		conn, err := pgx.Connect(ctx, address)
		if err == nil {
			return conn.Close(ctx)
		}
		select {
		case <-ctx.Done():
			return err
		case <-time.After(50 * time.Millisecond):
		}
	}
}
