package formula

import (
	"errors"
	"maps"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/expr-lang/expr/ast"
	"github.com/expr-lang/expr/conf"
	"github.com/expr-lang/expr/file"
	"github.com/expr-lang/expr/parser"
	"github.com/expr-lang/expr/parser/lexer"

	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/contract"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/sentence"
)

const (
	// maxLength limits a formula's text, in characters; the contract's limit is the same.
	maxLength = 5000
	// maxNodes limits how much a formula computes. Beyond it is not a formula that a person can read.
	maxNodes = 1000
)

// Error says what is wrong with a formula, and where.
type Error struct {
	// Line and Column of the text, in characters, both from 1.
	Line, Column int
	Said         *contract.Reason
}

func (e *Error) Error() string { return e.located().Message }

// Unwrap is the error as one sentence, with its place.
func (e *Error) Unwrap() error { return &sentence.Error{Said: e.located()} }

func (e *Error) located() *contract.Reason {
	if e.Line > 1 {
		return sentence.FormulaAtLine(e.Line, e.Column, e.Said)
	}
	return sentence.FormulaAt(e.Column, e.Said)
}

// Parse reads a formula. The error is an *Error with the first place at which the formula is wrong.
func Parse(source string) (*Formula, error) {
	c := &compiler{source: source}
	switch {
	case utf8.RuneCountInString(source) > maxLength:
		return nil, c.refuseAt(0, sentence.FormulaTooLong(maxLength))
	case !utf8.ValidString(source):
		return nil, c.refuseAt(0, sentence.FormulaNotText)
	case strings.TrimSpace(source) == "":
		return nil, c.refuseAt(0, sentence.FormulaEmpty)
	}
	tokens, err := lexer.Lex(file.NewSource(source))
	if err != nil {
		return nil, c.translate(err, nil)
	}
	for i, token := range tokens {
		if err := c.allow(token, tokens[i+1:]); err != nil {
			return nil, err
		}
	}
	if err := c.refuseComments(tokens); err != nil {
		return nil, err
	}
	tree, err := parser.ParseWithConfig(source, &conf.Config{MaxNodes: maxNodes})
	if err != nil {
		return nil, c.translate(err, tokens)
	}
	root, err := c.numeric(tree.Node)
	if err != nil {
		return nil, err
	}
	return &Formula{root: root, inputs: c.inputs}, nil
}

// operators are those of formulas. Others of the grammar are refused by name, since some mean something by accident.
var operators = map[string]bool{
	"+": true, "-": true, "*": true, "/": true, "%": true, "<": true, "<=": true, ">": true, ">=": true, "==": true, "!=": true,
	"?": true, ":": true, ",": true, "and": true, "&&": true, "or": true, "||": true, "not": true, "!": true,
}

// instead says what to write in place of an operator that formulas don't have.
var instead = map[string]string{
	"=": "==", "&": "and", "|": "or", "??": "coalesce(x, y)", "?.": "? :", "::": "? :",
}

var word = regexp.MustCompile(`^\w+$`)

// allow refuses what the grammar has but formulas don't.
func (c *compiler) allow(token lexer.Token, following []lexer.Token) error {
	switch token.Kind {
	case lexer.Operator:
		switch {
		case operators[token.Value]:
			return nil
		case instead[token.Value] != "":
			return c.refuseAt(token.From, sentence.OtherOperator(token.Value, instead[token.Value]))
		case word.MatchString(token.Value):
			return c.refuseAt(token.From, sentence.ReservedWord(token.Value, token.Value))
		}
		return c.refuseAt(token.From, sentence.NoOperator(token.Value))
	case lexer.Bracket:
		if token.Value != "(" && token.Value != ")" {
			return c.refuseAt(token.From, sentence.NoBracket(token.Value))
		}
	case lexer.Bytes:
		return c.refuseAt(token.From, sentence.TextOnlyAsName)
	case lexer.Identifier:
		called := len(following) > 0 && following[0].Is(lexer.Bracket, "(")
		if _, known := functions[token.Value]; called && !known {
			return c.refuseAt(token.From, sentence.NoFunctionOf(token.Value, strings.Join(functionNames(), ", ")))
		}
	}
	return nil
}

// refuseComments finds what the lexer skips beside blanks. To some people // is a division.
func (c *compiler) refuseComments(tokens []lexer.Token) error {
	characters, end := []rune(c.source), 0
	for _, token := range tokens {
		next := token.From
		if token.Kind == lexer.EOF {
			next = len(characters)
		}
		for ; end < next; end++ {
			if !unicode.IsSpace(characters[end]) {
				return c.refuseAt(end, sentence.NoComments)
			}
		}
		end = token.To
	}
	return nil
}

func functionNames() []string { return slices.Sorted(maps.Keys(functions)) }

// translate words an error of the lexer or parser.
func (c *compiler) translate(err error, tokens []lexer.Token) error {
	var located *file.Error
	if !errors.As(err, &located) {
		return c.refuseAt(0, sentence.AsReported(err.Error()))
	}
	if strings.Contains(located.Message, "maximum allowed nodes") {
		return c.refuseAt(0, sentence.FormulaTooComplex)
	}
	if strings.HasPrefix(located.Message, "unexpected token EOF") {
		return c.refuseAt(utf8.RuneCountInString(c.source), sentence.FormulaEndsEarly)
	}
	for _, token := range tokens {
		if token.From == located.From && strings.HasPrefix(located.Message, "unexpected token") {
			return c.refuseAt(token.From, sentence.FormulaUnexpected(token.Value))
		}
	}
	return c.refuseAt(located.From, sentence.AsReported(located.Message))
}

// compiler turns the parser's tree into functions, and notes what they read.
type compiler struct {
	source string
	inputs []Input
}

func (c *compiler) refuse(node ast.Node, said *contract.Reason) error {
	return c.refuseAt(node.Location().From, said)
}

// refuseAt makes an error at a place that is counted in characters from 0.
func (c *compiler) refuseAt(place int, said *contract.Reason) error {
	e := &Error{Line: 1, Column: 1, Said: said}
	for _, r := range c.source {
		if place == 0 {
			break
		}
		place--
		e.Column++
		if r == '\n' {
			e.Line, e.Column = e.Line+1, 1
		}
	}
	return e
}

func (c *compiler) numeric(node ast.Node) (numeric, error) {
	switch node := node.(type) {
	case *ast.IntegerNode:
		return constant(float64(node.Value)), nil
	case *ast.FloatNode:
		return constant(node.Value), nil
	case *ast.IdentifierNode:
		return c.input(node, "", 0)
	case *ast.UnaryNode:
		if node.Operator != "-" && node.Operator != "+" {
			return nil, c.refuse(node, sentence.TruthTurned(node.Operator))
		}
		x, err := c.numeric(node.Node)
		if err != nil || node.Operator == "+" {
			return x, err
		}
		return negative(x), nil
	case *ast.BinaryNode:
		switch node.Operator {
		case "+", "-", "*", "/", "%":
			a, b, err := c.pair(node)
			return arithmetic(node.Operator, a, b), err
		}
		return nil, c.refuse(node, sentence.TruthAsNumber(node.Operator))
	case *ast.ConditionalNode:
		return c.conditional(node)
	case *ast.CallNode, *ast.BuiltinNode:
		return c.call(node)
	case *ast.StringNode:
		return nil, c.refuse(node, sentence.TextOnlyAsName)
	case *ast.BoolNode:
		return nil, c.refuse(node, sentence.ReservedWord(strconv.FormatBool(node.Value), strconv.FormatBool(node.Value)))
	case *ast.NilNode:
		return nil, c.refuse(node, sentence.ReservedWord("nil", "nil"))
	}
	return nil, c.refuse(node, sentence.NumberNeeded)
}

func (c *compiler) numerics(nodes []ast.Node) ([]numeric, error) {
	items := make([]numeric, len(nodes))
	for i, node := range nodes {
		var err error
		if items[i], err = c.numeric(node); err != nil {
			return nil, err
		}
	}
	return items, nil
}

func (c *compiler) pair(node *ast.BinaryNode) (a, b numeric, err error) {
	items, err := c.numerics([]ast.Node{node.Left, node.Right})
	if err != nil {
		return nil, nil, err
	}
	return items[0], items[1], nil
}

func (c *compiler) conditional(node *ast.ConditionalNode) (numeric, error) {
	if node.Exp1 == node.Cond { // the parser reads x ?: y as x ? x : y
		return nil, c.refuse(node.Exp2, sentence.BranchMissing)
	}
	condition, err := c.logical(node.Cond)
	if err != nil {
		return nil, err
	}
	branches, err := c.numerics([]ast.Node{node.Exp1, node.Exp2})
	if err != nil {
		return nil, err
	}
	return conditional(condition, branches[0], branches[1]), nil
}

func (c *compiler) logical(node ast.Node) (logical, error) {
	switch node := node.(type) {
	case *ast.UnaryNode:
		if node.Operator != "not" && node.Operator != "!" {
			break
		}
		x, err := c.logical(node.Node)
		return not(x), err
	case *ast.BinaryNode:
		switch node.Operator {
		case "==", "!=", "<", "<=", ">", ">=":
			a, b, err := c.pair(node)
			return comparison(node.Operator, a, b), err
		case "and", "&&", "or", "||":
			if chained(node) {
				return nil, c.refuse(node, sentence.ComparisonsChained)
			}
			a, err := c.logical(node.Left)
			if err != nil {
				return nil, err
			}
			b, err := c.logical(node.Right)
			return connective(node.Operator == "or" || node.Operator == "||", a, b), err
		}
	}
	return nil, c.refuse(node, sentence.ConditionNeeded)
}

// chained is whether the parser made a conjunction out of x < y < z. It uses the tree of y twice, which nested would
// double the work at every level.
func chained(node *ast.BinaryNode) bool {
	left, ok := node.Left.(*ast.BinaryNode)
	if ok && left.Operator == "&&" {
		left, ok = left.Right.(*ast.BinaryNode)
	}
	right, both := node.Right.(*ast.BinaryNode)
	return ok && both && left.Right == right.Left
}

func (c *compiler) call(node ast.Node) (numeric, error) {
	name, arguments, ok := callOf(node)
	if !ok {
		return nil, c.refuse(node, sentence.NumberNeeded)
	}
	f, ok := functions[name]
	if !ok {
		return nil, c.refuse(node, sentence.NoFunction(name))
	}
	if len(arguments) < f.min || len(arguments) > f.max {
		return nil, c.refuse(node, sentence.ArgumentsCount(name, len(arguments), f.usage))
	}
	return f.compile(c, node, arguments)
}

// callOf splits a call. Some of our functions have the names of the parser's own.
func callOf(node ast.Node) (name string, arguments []ast.Node, ok bool) {
	switch node := node.(type) {
	case *ast.BuiltinNode:
		return node.Name, node.Arguments, true
	case *ast.CallNode:
		if callee, ok := node.Callee.(*ast.IdentifierNode); ok {
			return callee.Value, node.Arguments, true
		}
	}
	return "", nil, false
}

// slug is the form of a resource's name.
var slug = regexp.MustCompile(`^[a-z0-9]([a-z0-9-]*[a-z0-9])?$`)

const maxNameLength = 100

// input notes and compiles the reading of a KPI, written as an identifier or as kpi("name").
func (c *compiler) input(node ast.Node, lookBack string, n int) (numeric, error) {
	var kpi string
	if identifier, ok := node.(*ast.IdentifierNode); ok {
		kpi = identifier.Value
	} else {
		name, arguments, _ := callOf(node)
		if name != "kpi" {
			return nil, c.refuse(node, sentence.KpiNeeded(lookBack))
		}
		if len(arguments) != 1 {
			return nil, c.refuse(node, sentence.WriteKpi)
		}
		text, ok := arguments[0].(*ast.StringNode)
		if !ok {
			return nil, c.refuse(node, sentence.NameUnquoted)
		}
		kpi = text.Value
	}
	if !slug.MatchString(kpi) || len(kpi) > maxNameLength {
		return nil, c.refuse(node, sentence.NoKpiName(kpi))
	}
	input := Input{Kpi: kpi, LookBack: lookBack, N: n}
	if !slices.Contains(c.inputs, input) {
		c.inputs = append(c.inputs, input)
	}
	return read(input), nil
}
