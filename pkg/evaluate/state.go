package evaluate

// state says how settled a cell is, from the least settled on, so that the least settled of several is their minimum.
type state uint8

const (
	quarantined state = iota
	stale
	notYet
	open
	provisional
	restated
	final
)

var stateNames = [...]string{
	quarantined: "quarantined", stale: "stale", notYet: "none", open: "open", provisional: "provisional",
	restated: "restated", final: "final",
}

func (s state) String() string { return stateNames[s] }

// phase is where now lies against a period and its close.
type phase uint8

const (
	future phase = iota
	running
	ended
	closed
)

// missing is the state of a cell without a value.
func (p phase) missing() state {
	switch p {
	case running:
		return open
	case closed:
		return stale
	}
	return notYet
}

// valued is the state of a cell with a value; changed is whether the value changed after the close.
func (p phase) valued(changed bool) state {
	switch p {
	case future:
		return notYet
	case running:
		return open
	case ended:
		return provisional
	}
	if changed {
		return restated
	}
	return final
}

// within limits what parts say to what a period that has not begun or is in progress can be.
func (p phase) within(s state) state {
	switch p {
	case future:
		return notYet
	case running:
		return open
	}
	return s
}
