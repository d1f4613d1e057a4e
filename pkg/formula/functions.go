package formula

import (
	"math"

	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/sentence"
	"github.com/expr-lang/expr/ast"
)

const (
	// maxPeriods limits how far a look-back reaches.
	maxPeriods = 10_000
	// maxDigits limits what round rounds to; a number has no more digits.
	maxDigits = 15
)

// function is one function of formulas.
type function struct {
	// min and max are how many arguments it takes.
	min, max int
	usage    string
	// compile gets as many arguments as the function takes.
	compile func(c *compiler, call ast.Node, arguments []ast.Node) (numeric, error)
}

const anyNumber = math.MaxInt

var functions map[string]function

// init breaks the cycle between the functions and the compiler that compiles their arguments.
func init() {
	functions = map[string]function{
		"kpi": {1, 1, `kpi("name")`, func(c *compiler, call ast.Node, arguments []ast.Node) (numeric, error) {
			return c.input(call, "", 0)
		}},
		"min":      {1, anyNumber, "min(x, y, …)", fold(math.Min)},
		"max":      {1, anyNumber, "max(x, y, …)", fold(math.Max)},
		"abs":      {1, 1, "abs(x)", absolute},
		"round":    {1, 2, "round(x) or round(x, digits)", round},
		"coalesce": {1, anyNumber, "coalesce(x, y, …)", coalesce},
		Prev:       {1, 2, "prev(x) or prev(x, n), x being a KPI", lookBack(Prev)},
		Ytd:        {1, 1, "ytd(x), x being a KPI", lookBack(Ytd)},
		Rolling:    {2, 2, "rolling(x, n), x being a KPI", lookBack(Rolling)},
		SamePeriodLastYear: {
			1, 1, "samePeriodLastYear(x), x being a KPI", lookBack(SamePeriodLastYear),
		},
	}
}

func fold(combine func(a, b float64) float64) func(*compiler, ast.Node, []ast.Node) (numeric, error) {
	return func(c *compiler, _ ast.Node, arguments []ast.Node) (numeric, error) {
		items, err := c.numerics(arguments)
		if err != nil {
			return nil, err
		}
		return func(env Env) (float64, *Reason) {
			result, reason := items[0](env)
			for _, item := range items[1:] {
				n, lacking := item(env)
				if reason == nil {
					reason = lacking
				}
				result = combine(result, n)
			}
			return result, reason
		}, nil
	}
}

func absolute(c *compiler, _ ast.Node, arguments []ast.Node) (numeric, error) {
	x, err := c.numeric(arguments[0])
	if err != nil {
		return nil, err
	}
	return func(env Env) (float64, *Reason) {
		n, reason := x(env)
		return math.Abs(n), reason
	}, nil
}

// round rounds to a number of decimals, halves away from zero. Negative digits round to tens, hundreds and so on.
func round(c *compiler, _ ast.Node, arguments []ast.Node) (numeric, error) {
	x, err := c.numeric(arguments[0])
	if err != nil {
		return nil, err
	}
	digits := 0
	if len(arguments) == 2 {
		var ok bool
		if digits, ok = wholeNumber(arguments[1]); !ok || digits < -maxDigits || digits > maxDigits {
			return nil, c.refuse(arguments[1], sentence.DigitsOutOfRange(-maxDigits, maxDigits))
		}
	}
	power := math.Pow10(max(digits, -digits))
	return func(env Env) (float64, *Reason) {
		n, reason := x(env)
		switch {
		case reason != nil:
			return 0, reason
		case digits < 0:
			return finite(math.Round(n/power) * power)
		case math.IsInf(n*power, 0):
			return n, nil // so large a number has no decimals
		}
		return math.Round(n*power) / power, nil
	}, nil
}

// coalesce is the first of its arguments that has a value, else the last one's reason.
func coalesce(c *compiler, _ ast.Node, arguments []ast.Node) (numeric, error) {
	items, err := c.numerics(arguments)
	if err != nil {
		return nil, err
	}
	return func(env Env) (result float64, reason *Reason) {
		for _, item := range items {
			if result, reason = item(env); reason == nil {
				break
			}
		}
		return result, reason
	}, nil
}

func lookBack(name string) func(*compiler, ast.Node, []ast.Node) (numeric, error) {
	return func(c *compiler, _ ast.Node, arguments []ast.Node) (numeric, error) {
		n := 0
		switch {
		case len(arguments) == 2:
			var ok bool
			if n, ok = wholeNumber(arguments[1]); !ok || n < 1 || n > maxPeriods {
				return nil, c.refuse(arguments[1], sentence.PeriodsOutOfRange(maxPeriods))
			}
		case name == Prev:
			n = 1
		}
		return c.input(arguments[0], name, n)
	}
}

// wholeNumber reads a literal, with a sign or without.
func wholeNumber(node ast.Node) (int, bool) {
	switch node := node.(type) {
	case *ast.IntegerNode:
		return node.Value, true
	case *ast.UnaryNode:
		n, ok := node.Node.(*ast.IntegerNode)
		if ok && node.Operator == "-" {
			return -n.Value, true
		}
	}
	return 0, false
}
