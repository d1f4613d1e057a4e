// Package sentence holds everything that the server says in words on a page: why a number is absent, what is in the way, what
// waits. A sentence has a code for programs, an English message, and what stands in its places, so that the browser can say
// it in the reader's language. The sentences are generated from src/contract/sentences; this file writes what stands in them.
package sentence

import "strconv"

// number writes all digits of a number.
func number(n float64) string { return strconv.FormatFloat(n, 'g', -1, 64) }

// ratio writes a number with two decimals.
func ratio(n float64) string { return strconv.FormatFloat(n, 'f', 2, 64) }

// percent writes a share in whole percent.
func percent(share float64) string { return strconv.FormatFloat(100*share, 'f', 0, 64) + " %" }
