// Code generated from src/contract/sentences by npm run contract. DO NOT EDIT.

package sentence

import (
	"strconv"
	"strings"
	"time"

	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/contract"
)

// Codes of sentences. Several sentences can have one.
const (
	CodeAbove                  = "above"
	CodeAgendaEmpty            = "agendaEmpty"
	CodeAheadOfClock           = "aheadOfClock"
	CodeAliasIsName            = "aliasIsName"
	CodeAliasTaken             = "aliasTaken"
	CodeAliasTwice             = "aliasTwice"
	CodeArgumentsCount         = "argumentsCount"
	CodeAsReported             = "asReported"
	CodeAtLeast                = "atLeast"
	CodeAtMost                 = "atMost"
	CodeAwaitsApproval         = "awaitsApproval"
	CodeBaseline               = "baseline"
	CodeBaselineIsTarget       = "baselineIsTarget"
	CodeBeforeDataClose        = "beforeDataClose"
	CodeBeforeItsReading       = "beforeItsReading"
	CodeBelow                  = "below"
	CodeBelowQuorum            = "belowQuorum"
	CodeBest                   = "best"
	CodeBestNotBeyond          = "bestNotBeyond"
	CodeBetween                = "between"
	CodeBlank                  = "blank"
	CodeBlocked                = "blocked"
	CodeBounds                 = "bounds"
	CodeBoundsReversed         = "boundsReversed"
	CodeBranchMissing          = "branchMissing"
	CodeBrokenAssumption       = "brokenAssumption"
	CodeCadenceRests           = "cadenceRests"
	CodeCadenceToDecide        = "cadenceToDecide"
	CodeCalm                   = "calm"
	CodeCharterLacksCommittee  = "charterLacksCommittee"
	CodeCharterLacksReview     = "charterLacksReview"
	CodeCharterNeeded          = "charterNeeded"
	CodeClosedInFuture         = "closedInFuture"
	CodeClosedWhileOpen        = "closedWhileOpen"
	CodeCollectionFailed       = "collectionFailed"
	CodeCollectionFailedBy     = "collectionFailedBy"
	CodeColumnsOfNothing       = "columnsOfNothing"
	CodeCommittee              = "committee"
	CodeCommitteeTwice         = "committeeTwice"
	CodeComparisonsChained     = "comparisonsChained"
	CodeConditionNeeded        = "conditionNeeded"
	CodeConstant               = "constant"
	CodeControlCharacters      = "controlCharacters"
	CodeCount                  = "count"
	CodeCountAndUntil          = "countAndUntil"
	CodeDatasetToo             = "datasetToo"
	CodeDecidedWhileOpen       = "decidedWhileOpen"
	CodeDefinitionBreak        = "definitionBreak"
	CodeDelegateOfNobody       = "delegateOfNobody"
	CodeDigitsOutOfRange       = "digitsOutOfRange"
	CodeDivisionByZero         = "divisionByZero"
	CodeDrifted                = "drifted"
	CodeDueMissing             = "dueMissing"
	CodeEffectNotDown          = "effectNotDown"
	CodeEffectNotUp            = "effectNotUp"
	CodeEmpty                  = "empty"
	CodeEmptyList              = "emptyList"
	CodeEmptyText              = "emptyText"
	CodeEnded                  = "ended"
	CodeEndsBefore             = "endsBefore"
	CodeEndsBeforeItBegins     = "endsBeforeItBegins"
	CodeEntryEmpty             = "entryEmpty"
	CodeEscalatesNotUp         = "escalatesNotUp"
	CodeEscalatesToItself      = "escalatesToItself"
	CodeEventDeclared          = "eventDeclared"
	CodeEventToo               = "eventToo"
	CodeEverywhere             = "everywhere"
	CodeExactly                = "exactly"
	CodeExistsAlready          = "existsAlready"
	CodeFactor                 = "factor"
	CodeFirst                  = "first"
	CodeFirstDueStays          = "firstDueStays"
	CodeFormulaEmpty           = "formulaEmpty"
	CodeFormulaEndsEarly       = "formulaEndsEarly"
	CodeFormulaNotText         = "formulaNotText"
	CodeFormulaTooComplex      = "formulaTooComplex"
	CodeFormulaTooLong         = "formulaTooLong"
	CodeFormulaUnexpected      = "formulaUnexpected"
	CodeGaps                   = "gaps"
	CodeGoalIsRedFlag          = "goalIsRedFlag"
	CodeGoalRedFlag            = "goalRedFlag"
	CodeHighBelowLow           = "highBelowLow"
	CodeHoliday                = "holiday"
	CodeIdOfOtherCalendar      = "idOfOtherCalendar"
	CodeInQuarantine           = "inQuarantine"
	CodeInvalidDefinition      = "invalidDefinition"
	CodeInvalidScale           = "invalidScale"
	CodeItemTwice              = "itemTwice"
	CodeKpiGone                = "kpiGone"
	CodeKpiNeeded              = "kpiNeeded"
	CodeKpiTwice               = "kpiTwice"
	CodeLast                   = "last"
	CodeLate                   = "late"
	CodeLeadingRed             = "leadingRed"
	CodeLevelAboveAll          = "levelAboveAll"
	CodeLevelTwice             = "levelTwice"
	CodeLevelsTooFew           = "levelsTooFew"
	CodeLevelsUnordered        = "levelsUnordered"
	CodeLinearPath             = "linearPath"
	CodeLivelyBoth             = "livelyBoth"
	CodeLivelyShare            = "livelyShare"
	CodeLivelyVariation        = "livelyVariation"
	CodeLongAgo                = "longAgo"
	CodeLookBackTooShort       = "lookBackTooShort"
	CodeLowCoverage            = "lowCoverage"
	CodeLowestNotZero          = "lowestNotZero"
	CodeManagedByFile          = "managedByFile"
	CodeMax                    = "max"
	CodeMean                   = "mean"
	CodeMeetingsHadIt          = "meetingsHadIt"
	CodeMemberTwice            = "memberTwice"
	CodeMin                    = "min"
	CodeMissed                 = "missed"
	CodeMissing                = "missing"
	CodeMissingChild           = "missingChild"
	CodeMissingInput           = "missingInput"
	CodeMissingOneOf           = "missingOneOf"
	CodeMissingPeriod          = "missingPeriod"
	CodeMoreThanDaily          = "moreThanDaily"
	CodeNameIsAlias            = "nameIsAlias"
	CodeNameUnquoted           = "nameUnquoted"
	CodeNeedsItself            = "needsItself"
	CodeNeverHappens           = "neverHappens"
	CodeNoAddress              = "noAddress"
	CodeNoAmount               = "noAmount"
	CodeNoAttendance           = "noAttendance"
	CodeNoBaseline             = "noBaseline"
	CodeNoBracket              = "noBracket"
	CodeNoCalendar             = "noCalendar"
	CodeNoChildren             = "noChildren"
	CodeNoColour               = "noColour"
	CodeNoComments             = "noComments"
	CodeNoCommittee            = "noCommittee"
	CodeNoComparison           = "noComparison"
	CodeNoDate                 = "noDate"
	CodeNoDay                  = "noDay"
	CodeNoDecisions            = "noDecisions"
	CodeNoExplanation          = "noExplanation"
	CodeNoField                = "noField"
	CodeNoFunction             = "noFunction"
	CodeNoFunctionOf           = "noFunctionOf"
	CodeNoKey                  = "noKey"
	CodeNoKind                 = "noKind"
	CodeNoKpiName              = "noKpiName"
	CodeNoMailAddress          = "noMailAddress"
	CodeNoMatch                = "noMatch"
	CodeNoMeetings             = "noMeetings"
	CodeNoMonth                = "noMonth"
	CodeNoName                 = "noName"
	CodeNoNode                 = "noNode"
	CodeNoObservation          = "noObservation"
	CodeNoOperator             = "noOperator"
	CodeNoOwner                = "noOwner"
	CodeNoPattern              = "noPattern"
	CodeNoPeriod               = "noPeriod"
	CodeNoPeriodEnded          = "noPeriodEnded"
	CodeNoPeriodId             = "noPeriodId"
	CodeNoPoint                = "noPoint"
	CodeNoPromptState          = "noPromptState"
	CodeNoRecoveryPlan         = "noRecoveryPlan"
	CodeNoRequiredRoles        = "noRequiredRoles"
	CodeNoResource             = "noResource"
	CodeNoRule                 = "noRule"
	CodeNoRulePart             = "noRulePart"
	CodeNoScale                = "noScale"
	CodeNoScaleType            = "noScaleType"
	CodeNoStep                 = "noStep"
	CodeNoStrategicTime        = "noStrategicTime"
	CodeNoSuchDay              = "noSuchDay"
	CodeNoSuchLevel            = "noSuchLevel"
	CodeNoSuchOption           = "noSuchOption"
	CodeNoSuchPart             = "noSuchPart"
	CodeNoTarget               = "noTarget"
	CodeNoThreshold            = "noThreshold"
	CodeNoTimeZone             = "noTimeZone"
	CodeNoValue                = "noValue"
	CodeNoValueAfter           = "noValueAfter"
	CodeNoValueBefore          = "noValueBefore"
	CodeNoValueYet             = "noValueYet"
	CodeNoValues               = "noValues"
	CodeNoVariation            = "noVariation"
	CodeNoVersionYet           = "noVersionYet"
	CodeNoWallTime             = "noWallTime"
	CodeNoWeekday              = "noWeekday"
	CodeNoWeight               = "noWeight"
	CodeNoYearEndRule          = "noYearEndRule"
	CodeNobodyOwns             = "nobodyOwns"
	CodeNoneOf                 = "noneOf"
	CodeNotAbove               = "notAbove"
	CodeNotAmongOptions        = "notAmongOptions"
	CodeNotBegun               = "notBegun"
	CodeNotBelow               = "notBelow"
	CodeNotDecided             = "notDecided"
	CodeNotDone                = "notDone"
	CodeNotFinite              = "notFinite"
	CodeNotFrozen              = "notFrozen"
	CodeNotHeld                = "notHeld"
	CodeNotMeasurable          = "notMeasurable"
	CodeNotMeasured            = "notMeasured"
	CodeNotOnAgenda            = "notOnAgenda"
	CodeNotOnScorecard         = "notOnScorecard"
	CodeNotOpened              = "notOpened"
	CodeNotRaised              = "notRaised"
	CodeNotRecorded            = "notRecorded"
	CodeNotSubmitted           = "notSubmitted"
	CodeNotSubmittedBy         = "notSubmittedBy"
	CodeNotThat                = "notThat"
	CodeNotTimed               = "notTimed"
	CodeNotUnderScorecard      = "notUnderScorecard"
	CodeNoteEmpty              = "noteEmpty"
	CodeNothingCarried         = "nothingCarried"
	CodeNothingChecked         = "nothingChecked"
	CodeNothingDue             = "nothingDue"
	CodeNothingExpected        = "nothingExpected"
	CodeNothingOffTrack        = "nothingOffTrack"
	CodeNothingOpen            = "nothingOpen"
	CodeNothingPromised        = "nothingPromised"
	CodeNothingScored          = "nothingScored"
	CodeNothingToExplain       = "nothingToExplain"
	CodeNumberNeeded           = "numberNeeded"
	CodeObjectiveTwice         = "objectiveTwice"
	CodeOftenerThanBounds      = "oftenerThanBounds"
	CodeOnAndOffAgenda         = "onAndOffAgenda"
	CodeOneOption              = "oneOption"
	CodeOperationalNowhere     = "operationalNowhere"
	CodeOperationalOnStrategic = "operationalOnStrategic"
	CodeOptionTwice            = "optionTwice"
	CodeOtherCalendar          = "otherCalendar"
	CodeOtherOperator          = "otherOperator"
	CodeOtherPerspective       = "otherPerspective"
	CodeOtherStrategy          = "otherStrategy"
	CodeOutsideRanges          = "outsideRanges"
	CodeOverdue                = "overdue"
	CodeOverlap                = "overlap"
	CodeOwnCause               = "ownCause"
	CodeOwnChild               = "ownChild"
	CodeOwnDelegate            = "ownDelegate"
	CodeOwnedBy                = "ownedBy"
	CodeOwnerUnknown           = "ownerUnknown"
	CodePatternAndMonth        = "patternAndMonth"
	CodePeriodExpected         = "periodExpected"
	CodePeriodsOutOfRange      = "periodsOutOfRange"
	CodePerson                 = "person"
	CodePerspectiveTwice       = "perspectiveTwice"
	CodePoint                  = "point"
	CodePointsTooFew           = "pointsTooFew"
	CodePointsUnordered        = "pointsUnordered"
	CodePostponed              = "postponed"
	CodePrematureUnexplained   = "prematureUnexplained"
	CodePrevOf                 = "prevOf"
	CodePromisedTwice          = "promisedTwice"
	CodePulseIncomplete        = "pulseIncomplete"
	CodeQuarantined            = "quarantined"
	CodeQueryMissing           = "queryMissing"
	CodeQuorum                 = "quorum"
	CodeQuorumTooLarge         = "quorumTooLarge"
	CodeRaised                 = "raised"
	CodeRange                  = "range"
	CodeRangeEmpty             = "rangeEmpty"
	CodeRangeFrom              = "rangeFrom"
	CodeRangeTo                = "rangeTo"
	CodeRangesApart            = "rangesApart"
	CodeRangesMissing          = "rangesMissing"
	CodeRangesOpen             = "rangesOpen"
	CodeRangesOverlap          = "rangesOverlap"
	CodeRarerThanBounds        = "rarerThanBounds"
	CodeRecipientMissing       = "recipientMissing"
	CodeRecoveryBeforePeriod   = "recoveryBeforePeriod"
	CodeRejectionUnexplained   = "rejectionUnexplained"
	CodeReportCame             = "reportCame"
	CodeRequiredToo            = "requiredToo"
	CodeReservedName           = "reservedName"
	CodeReservedWord           = "reservedWord"
	CodeReviewOfOtherSeries    = "reviewOfOtherSeries"
	CodeRevisit                = "revisit"
	CodeRevisitBeforeDecision  = "revisitBeforeDecision"
	CodeRevisitBy              = "revisitBy"
	CodeRevisitSince           = "revisitSince"
	CodeRoleTwice              = "roleTwice"
	CodeRollingOf              = "rollingOf"
	CodeRulePartEmpty          = "rulePartEmpty"
	CodeRulePartOutOfRange     = "rulePartOutOfRange"
	CodeRulePartTwice          = "rulePartTwice"
	CodeRuleWithStart          = "ruleWithStart"
	CodeRuleWithoutFrequency   = "ruleWithoutFrequency"
	CodeSameCadence            = "sameCadence"
	CodeSamePeriod             = "samePeriod"
	CodeSamePeriodLastYearOf   = "samePeriodLastYearOf"
	CodeScalarWithPeriod       = "scalarWithPeriod"
	CodeScalarWithTime         = "scalarWithTime"
	CodeScaleOf                = "scaleOf"
	CodeScoreOf                = "scoreOf"
	CodeScoreOutOfRange        = "scoreOutOfRange"
	CodeScorecardTwice         = "scorecardTwice"
	CodeSeasonalPath           = "seasonalPath"
	CodeSectionTwice           = "sectionTwice"
	CodeSeriesHasTimes         = "seriesHasTimes"
	CodeSeriesOfOtherCharter   = "seriesOfOtherCharter"
	CodeSeriesOfOtherTier      = "seriesOfOtherTier"
	CodeSeveralSteps           = "severalSteps"
	CodeSeveralTimes           = "severalTimes"
	CodeSharesAddUpToNothing   = "sharesAddUpToNothing"
	CodeSharesCount            = "sharesCount"
	CodeSharesCountVaries      = "sharesCountVaries"
	CodeSharesMissing          = "sharesMissing"
	CodeSizeNotAbove           = "sizeNotAbove"
	CodeSlippedTwice           = "slippedTwice"
	CodeStartOutOfRange        = "startOutOfRange"
	CodeStatusTwice            = "statusTwice"
	CodeStepPath               = "stepPath"
	CodeStretch                = "stretch"
	CodeSubscriberTwice        = "subscriberTwice"
	CodeSum                    = "sum"
	CodeSumBelow               = "sumBelow"
	CodeTarget                 = "target"
	CodeTargetIsBaseline       = "targetIsBaseline"
	CodeTextOnlyAsName         = "textOnlyAsName"
	CodeThemeTwice             = "themeTwice"
	CodeTimeAggregationMissing = "timeAggregationMissing"
	CodeTimeColumnMissing      = "timeColumnMissing"
	CodeTimeColumnToo          = "timeColumnToo"
	CodeToDecide               = "toDecide"
	CodeToDecideBy             = "toDecideBy"
	CodeToDecideSince          = "toDecideSince"
	CodeToDo                   = "toDo"
	CodeToDoBy                 = "toDoBy"
	CodeToDoSince              = "toDoSince"
	CodeToRevisit              = "toRevisit"
	CodeToTarget               = "toTarget"
	CodeToleranceNegative      = "toleranceNegative"
	CodeTooEarly               = "tooEarly"
	CodeTooFew                 = "tooFew"
	CodeTooFewAnswers          = "tooFewAnswers"
	CodeTooFewMeetings         = "tooFewMeetings"
	CodeTooFewPairs            = "tooFewPairs"
	CodeTooFewPeriods          = "tooFewPeriods"
	CodeTooHigh                = "tooHigh"
	CodeTooLarge               = "tooLarge"
	CodeTooLittleInformation   = "tooLittleInformation"
	CodeTooLong                = "tooLong"
	CodeTooLow                 = "tooLow"
	CodeTooMany                = "tooMany"
	CodeTooShort               = "tooShort"
	CodeTooSoon                = "tooSoon"
	CodeTruthAsNumber          = "truthAsNumber"
	CodeTruthTurned            = "truthTurned"
	CodeUnexplained            = "unexplained"
	CodeUnexplainedSignal      = "unexplainedSignal"
	CodeUnexplainedStatus      = "unexplainedStatus"
	CodeUnitBelowItself        = "unitBelowItself"
	CodeUnitTwice              = "unitTwice"
	CodeUnitUnclear            = "unitUnclear"
	CodeUnknownKpi             = "unknownKpi"
	CodeUnknownLevel           = "unknownLevel"
	CodeUnplanned              = "unplanned"
	CodeUnsigned               = "unsigned"
	CodeUntilBeforeOther       = "untilBeforeOther"
	CodeUntilBeforeStart       = "untilBeforeStart"
	CodeWeighsItself           = "weighsItself"
	CodeWeightMissing          = "weightMissing"
	CodeWeightOf               = "weightOf"
	CodeWeightedMean           = "weightedMean"
	CodeWeightedMeanBy         = "weightedMeanBy"
	CodeWhichItem              = "whichItem"
	CodeWhichPrompt            = "whichPrompt"
	CodeWhoseAttendance        = "whoseAttendance"
	CodeWorst                  = "worst"
	CodeWorstNotBeyond         = "worstNotBeyond"
	CodeWriteKpi               = "writeKpi"
	CodeYearEndNeeded          = "yearEndNeeded"
	CodeYearEndWithoutPattern  = "yearEndWithoutPattern"
	CodeYearOutOfRange         = "yearOutOfRange"
	CodeYouAreRequired         = "youAreRequired"
	CodeYouFacilitate          = "youFacilitate"
	CodeYouMayTakePart         = "youMayTakePart"
	CodeYtdOf                  = "ytdOf"
	CodeZeroTarget             = "zeroTarget"
	CodeZoneNeeded             = "zoneNeeded"
)

// Sentences without particulars, made once: nobody changes one.
var (
	AheadOfClock           = &contract.Reason{Code: CodeAheadOfClock, Message: "is more than a day ahead of the server's clock: see whether the sender's is right"}
	AllWeightsZero         = &contract.Reason{Code: CodeNoWeight, Sentence: new("allWeightsZero"), Message: "all weights are 0"}
	AttendanceUnmeasured   = &contract.Reason{Code: CodeNotRecorded, Sentence: new("attendanceUnmeasured"), Message: "Attendance was measured in none of the meetings."}
	Baseline               = &contract.Reason{Code: CodeBaseline, Message: "Baseline"}
	BaselineIsTarget       = &contract.Reason{Code: CodeBaselineIsTarget, Message: "must differ from the target, of which it is 100%"}
	BeforeItsReading       = &contract.Reason{Code: CodeBeforeItsReading, Message: "must not be before the reading that it decides on"}
	BelowQuorum            = &contract.Reason{Code: CodeBelowQuorum, Message: "A review was held, but without its quorum."}
	BestNotBeyond          = &contract.Reason{Code: CodeBestNotBeyond, Message: "must lie beyond goal, on the side away from redFlag"}
	Blank                  = &contract.Reason{Code: CodeBlank, Message: "must not be blank"}
	Blocked                = &contract.Reason{Code: CodeBlocked, Message: "It is blocked."}
	BranchMissing          = &contract.Reason{Code: CodeBranchMissing, Message: "the value between ? and : is missing"}
	CharterNeeded          = &contract.Reason{Code: CodeCharterNeeded, Message: "needs the charter whose committee it is"}
	CircularFormula        = &contract.Reason{Code: CodeInvalidDefinition, Sentence: new("circularFormula"), Message: "it is calculated from itself"}
	CircularObjective      = &contract.Reason{Code: CodeInvalidDefinition, Sentence: new("circularObjective"), Message: "it contributes to itself"}
	ClosedInFuture         = &contract.Reason{Code: CodeClosedInFuture, Message: "lies in the future: an action closes on the day it is done"}
	ClosedWhileOpen        = &contract.Reason{Code: CodeClosedWhileOpen, Message: "only what is over has one: set state to “done”, “cancelled”"}
	CollectionFailed       = &contract.Reason{Code: CodeCollectionFailed, Message: "Its collection failed."}
	ColumnsOfNothing       = &contract.Reason{Code: CodeColumnsOfNothing, Message: "there is no source whose columns these could be: add one, or remove the columns"}
	ComparisonsChained     = &contract.Reason{Code: CodeComparisonsChained, Message: "comparisons can't be chained: write x < y and y < z"}
	ConditionNeeded        = &contract.Reason{Code: CodeConditionNeeded, Message: "a condition is needed here, such as x > y"}
	ControlCharacters      = &contract.Reason{Code: CodeControlCharacters, Message: "must not hold control characters"}
	Count                  = &contract.Reason{Code: CodeCount, Message: "count"}
	CountAndUntil          = &contract.Reason{Code: CodeCountAndUntil, Message: "has either COUNT or UNTIL, not both"}
	DatasetToo             = &contract.Reason{Code: CodeDatasetToo, Message: "there is a dataset, too: keep one of the two"}
	DecidedWhileOpen       = &contract.Reason{Code: CodeDecidedWhileOpen, Message: "an open decision has none: set state to “decided” or leave it out"}
	DefinitionBreak        = &contract.Reason{Code: CodeDefinitionBreak, Message: "The KPI's definition changed in between: the two values can't be compared."}
	DivisionByZero         = &contract.Reason{Code: CodeDivisionByZero, Message: "Division by zero."}
	DueMissing             = &contract.Reason{Code: CodeDueMissing, Message: "is missing: an action with a first due date has a due date"}
	EmptyList              = &contract.Reason{Code: CodeEmptyList, Message: "must not be an empty list: leave the field out, or add an item"}
	EmptyText              = &contract.Reason{Code: CodeEmptyText, Message: "must not be empty"}
	Ended                  = &contract.Reason{Code: CodeEnded, Message: "It has no meeting to come."}
	EndsBeforeItBegins     = &contract.Reason{Code: CodeEndsBeforeItBegins, Message: "must not be before from"}
	EntryEmpty             = &contract.Reason{Code: CodeEntryEmpty, Message: "is missing: say in one line what it is"}
	EscalatesToItself      = &contract.Reason{Code: CodeEscalatesToItself, Message: "must be another series: items go up a tier"}
	First                  = &contract.Reason{Code: CodeFirst, Message: "first value"}
	FormulaEmpty           = &contract.Reason{Code: CodeFormulaEmpty, Message: "the formula is empty"}
	FormulaEndsEarly       = &contract.Reason{Code: CodeFormulaEndsEarly, Message: "the formula ends too early"}
	FormulaNotText         = &contract.Reason{Code: CodeFormulaNotText, Message: "a formula is UTF-8 text"}
	FormulaTooComplex      = &contract.Reason{Code: CodeFormulaTooComplex, Message: "the formula is too long: split it into several KPIs"}
	GoalIsRedFlag          = &contract.Reason{Code: CodeGoalIsRedFlag, Message: "must differ from redFlag"}
	HighBelowLow           = &contract.Reason{Code: CodeHighBelowLow, Message: "must not be less than low"}
	Holiday                = &contract.Reason{Code: CodeHoliday, Message: "It is on a holiday."}
	InitiativesNotRecorded = &contract.Reason{Code: CodeNotRecorded, Sentence: new("initiativesNotRecorded"), Message: "Initiatives are not recorded."}
	Last                   = &contract.Reason{Code: CodeLast, Message: "last value"}
	LevelsTooFew           = &contract.Reason{Code: CodeLevelsTooFew, Message: "a scheme needs at least two levels"}
	LinearPath             = &contract.Reason{Code: CodeLinearPath, Message: "in a line between the amounts set"}
	LongAgo                = &contract.Reason{Code: CodeLongAgo, Message: "is before the year 1000"}
	LookBackTooShort       = &contract.Reason{Code: CodeLookBackTooShort, Message: "the time looked back on begins before its first observation here"}
	Max                    = &contract.Reason{Code: CodeMax, Message: "highest value"}
	Mean                   = &contract.Reason{Code: CodeMean, Message: "mean"}
	Min                    = &contract.Reason{Code: CodeMin, Message: "lowest value"}
	Missing                = &contract.Reason{Code: CodeMissing, Message: "is missing"}
	MissingChild           = &contract.Reason{Code: CodeMissingChild, Message: "a unit below has no value, and the KPI requires all of them"}
	MissingPeriod          = &contract.Reason{Code: CodeMissingPeriod, Message: "a part of the period has no value, and the KPI requires all of them"}
	NameUnquoted           = &contract.Reason{Code: CodeNameUnquoted, Message: "the name of a KPI is written in quotes: kpi(\"name\")"}
	NeverHappens           = &contract.Reason{Code: CodeNeverHappens, Message: "there is no day on which it happens: see its start, its end and the days that it names"}
	NoAddress              = &contract.Reason{Code: CodeNoAddress, Message: "must be an address that starts with http://, https:// or /"}
	NoAmount               = &contract.Reason{Code: CodeNoAmount, Message: "must be a number, or percent of the target such as “80%”"}
	NoAttendance           = &contract.Reason{Code: CodeNoAttendance, Message: "must be present, delegate or absent"}
	NoBaseline             = &contract.Reason{Code: CodeNoBaseline, Message: "The scale begins at the baseline, and there is none for this period."}
	NobodyOwns             = &contract.Reason{Code: CodeNobodyOwns, Message: "Nobody owns it."}
	NoCalendar             = &contract.Reason{Code: CodeNoCalendar, Message: "The KPI's calendar can't be read."}
	NoChildren             = &contract.Reason{Code: CodeNoChildren, Message: "there is nothing below it that could be scored"}
	NoColour               = &contract.Reason{Code: CodeNoColour, Message: "must be a colour such as #1f77b4"}
	NoComments             = &contract.Reason{Code: CodeNoComments, Message: "formulas have no comments, and division is written x / y"}
	NoComparison           = &contract.Reason{Code: CodeNoComparison, Message: "must be gt, gte, lt, lte or eq"}
	NoDate                 = &contract.Reason{Code: CodeNoDate, Message: "must be an ISO 8601 date, or instant with time zone, such as 2026-03-31T17:00:00Z"}
	NoDay                  = &contract.Reason{Code: CodeNoDay, Message: "is no day that exists: write it like 2026-03-31"}
	NoDecisions            = &contract.Reason{Code: CodeNoDecisions, Message: "There are no decisions yet."}
	NoField                = &contract.Reason{Code: CodeNoField, Message: "there is no such field"}
	NoKpis                 = &contract.Reason{Code: CodeNoValues, Sentence: new("noKpis"), Message: "The scorecards of this review have no KPI."}
	NoMailAddress          = &contract.Reason{Code: CodeNoMailAddress, Message: "must be an e-mail address to be reached by e-mail"}
	NoMeetings             = &contract.Reason{Code: CodeNoMeetings, Message: "No meeting was held in this time."}
	NoName                 = &contract.Reason{Code: CodeNoName, Message: "must be lower-case letters, digits and hyphens, starting and ending with a letter or digit"}
	NoObservation          = &contract.Reason{Code: CodeNoObservation, Message: "there is no observation"}
	NoOwner                = &contract.Reason{Code: CodeNoOwner, Message: "It has no owner."}
	NoPeriodEnded          = &contract.Reason{Code: CodeNoPeriodEnded, Message: "No period of the promised length has ended within the range."}
	NoPoint                = &contract.Reason{Code: CodeNoPoint, Message: "a point is a value and a score"}
	NoPromptState          = &contract.Reason{Code: CodeNoPromptState, Message: "must be shown or answered"}
	NoRequiredRoles        = &contract.Reason{Code: CodeNoRequiredRoles, Message: "The series requires nobody, so attendance can't be measured."}
	NoReviewHeld           = &contract.Reason{Code: CodeNotHeld, Sentence: new("noReviewHeld"), Message: "No such review was held in this period."}
	NoScale                = &contract.Reason{Code: CodeNoScale, Message: "no target set gives a scale for this unit and period"}
	NoScaleType            = &contract.Reason{Code: CodeNoScaleType, Message: "must be goalRedFlag, toTarget, between, binary, ranges or points"}
	NoStrategicTime        = &contract.Reason{Code: CodeNoStrategicTime, Message: "No time was logged on strategic items."}
	NotAmongOptions        = &contract.Reason{Code: CodeNotAmongOptions, Message: "must be one of the options"}
	NoTarget               = &contract.Reason{Code: CodeNoTarget, Message: "The scale is in percent of the target, and there is none for this period."}
	NoTargetToReach        = &contract.Reason{Code: CodeNoTarget, Sentence: new("noTargetToReach"), Message: "The scale ends at the target, and there is none for this period."}
	NotBegun               = &contract.Reason{Code: CodeNotBegun, Message: "the period has not begun"}
	NotDecided             = &contract.Reason{Code: CodeNotDecided, Message: "It wasn't decided, so there is no effect to look for."}
	NotDone                = &contract.Reason{Code: CodeNotDone, Message: "It isn't done, so there is no effect to look for."}
	NoteEmpty              = &contract.Reason{Code: CodeNoteEmpty, Message: "is missing: what is the note?"}
	NoText                 = &contract.Reason{Code: CodeEmpty, Sentence: new("noText"), Message: "The template gives no text."}
	NotFinite              = &contract.Reason{Code: CodeNotFinite, Message: "the result is too large for a number"}
	NotFrozen              = &contract.Reason{Code: CodeNotFrozen, Message: "Its report is not frozen yet."}
	NotHeld                = &contract.Reason{Code: CodeNotHeld, Message: "The meeting has not been held."}
	NothingCarried         = &contract.Reason{Code: CodeNothingCarried, Message: "neither of the last two periods of the KPI's own frequency has a value"}
	NothingChecked         = &contract.Reason{Code: CodeNothingChecked, Message: "No expected effect of its decisions has come out yet."}
	NothingDue             = &contract.Reason{Code: CodeNothingDue, Message: "Nothing with a due date was closed yet or is overdue."}
	NothingExpected        = &contract.Reason{Code: CodeNothingExpected, Message: "No effect was stated, so there is nothing to hold the change against."}
	NothingJudged          = &contract.Reason{Code: CodeNotMeasured, Sentence: new("nothingJudged"), Message: "No KPI below the scorecard could be judged; the list of those left out says why."}
	NothingOffTrack        = &contract.Reason{Code: CodeNothingOffTrack, Message: "No KPI is off track."}
	NothingOpen            = &contract.Reason{Code: CodeNothingOpen, Message: "There are no open actions or decisions."}
	NothingPromised        = &contract.Reason{Code: CodeNothingPromised, Message: "The charter promises no reviews."}
	NothingScored          = &contract.Reason{Code: CodeNothingScored, Message: "none of its parts has a score"}
	NothingTimed           = &contract.Reason{Code: CodeNotTimed, Sentence: new("nothingTimed"), Message: "Nothing was timed in these meetings."}
	NothingToCompare       = &contract.Reason{Code: CodeNoObservation, Sentence: new("nothingToCompare"), Message: "it has no value this year to compare with"}
	NothingToExplain       = &contract.Reason{Code: CodeNothingToExplain, Message: "No KPI is off track: there is nothing to explain."}
	NoThreshold            = &contract.Reason{Code: CodeNoThreshold, Message: "must be a finite number, or percent of the target such as \"80%\""}
	NotMeasured            = &contract.Reason{Code: CodeNotMeasured, Message: "the KPI isn't measured at this unit"}
	NotOpened              = &contract.Reason{Code: CodeNotOpened, Message: "Nobody logged when the meeting was opened."}
	NotRaised              = &contract.Reason{Code: CodeNotRaised, Message: "No decision of this meeting says when it was raised."}
	NotRecorded            = &contract.Reason{Code: CodeNotRecorded, Message: "Nobody noted who was there."}
	NotTimed               = &contract.Reason{Code: CodeNotTimed, Message: "Nothing was timed in this meeting."}
	NoValue                = &contract.Reason{Code: CodeNoValue, Message: "the period has no value"}
	NoValueAfter           = &contract.Reason{Code: CodeNoValueAfter, Message: "There is no value of the period in which the effect was to show."}
	NoValueBefore          = &contract.Reason{Code: CodeNoValueBefore, Message: "There is no value of the last period before."}
	NoValueYet             = &contract.Reason{Code: CodeNoValueYet, Message: "The period has ended and is not closed: its value may still come."}
	NoVariation            = &contract.Reason{Code: CodeNoVariation, Message: "one of the two scores never changes differently"}
	NoWallTime             = &contract.Reason{Code: CodeNoWallTime, Message: "is no date and time that exists: write it like 2026-01-20T09:00"}
	NoWeight               = &contract.Reason{Code: CodeNoWeight, Message: "no value has a weight above zero"}
	NumberNeeded           = &contract.Reason{Code: CodeNumberNeeded, Message: "a number is needed here: a KPI, a number, a calculation, condition ? x : y, or a function"}
	OnAndOffAgenda         = &contract.Reason{Code: CodeOnAndOffAgenda, Message: "stands beside item: a block is on the agenda or off it, not both"}
	OneOption              = &contract.Reason{Code: CodeOneOption, Message: "must be at least two, or none"}
	Overdue                = &contract.Reason{Code: CodeOverdue, Message: "It is overdue."}
	OwnDelegate            = &contract.Reason{Code: CodeOwnDelegate, Message: "nobody stands in for themselves: name somebody else"}
	PatternAndMonth        = &contract.Reason{Code: CodePatternAndMonth, Message: "a calendar has either a pattern or a fiscalYearStartMonth: the fiscal year ends by yearEnd"}
	PointsTooFew           = &contract.Reason{Code: CodePointsTooFew, Message: "at least two points are needed"}
	PointsUnordered        = &contract.Reason{Code: CodePointsUnordered, Message: "values must be in strictly rising or strictly falling order"}
	PulseIncomplete        = &contract.Reason{Code: CodePulseIncomplete, Message: "is missing: the pulse has three answers from 1 to 5"}
	Quarantined            = &contract.Reason{Code: CodeQuarantined, Message: "the newest value is quarantined"}
	QueryMissing           = &contract.Reason{Code: CodeQueryMissing, Message: "is missing: give a query here, or name a dataset"}
	RangesMissing          = &contract.Reason{Code: CodeRangesMissing, Message: "at least one range is needed"}
	RangesOpen             = &contract.Reason{Code: CodeRangesOpen, Message: "ranges overlap: at most one may leave out from, and one to"}
	RejectionUnexplained   = &contract.Reason{Code: CodeRejectionUnexplained, Message: "say why it is rejected"}
	ReportCame             = &contract.Reason{Code: CodeReportCame, Message: "Its report came in."}
	Revisit                = &contract.Reason{Code: CodeRevisit, Message: "It is to be revisited and has no due date."}
	RuleWithoutFrequency   = &contract.Reason{Code: CodeRuleWithoutFrequency, Message: "needs FREQ: DAILY, WEEKLY, MONTHLY or YEARLY"}
	RuleWithStart          = &contract.Reason{Code: CodeRuleWithStart, Message: "must not contain DTSTART: write it as start and timeZone"}
	SameCadence            = &contract.Reason{Code: CodeSameCadence, Message: "must differ from the cadence there is"}
	ScalarWithPeriod       = &contract.Reason{Code: CodeScalarWithPeriod, Message: "a scalar is asked once per period and has no period column: remove it, or use mode table"}
	ScalarWithTime         = &contract.Reason{Code: CodeScalarWithTime, Message: "a scalar is asked once per period and has no time column: remove it, or use mode series or table"}
	ScoreOutOfRange        = &contract.Reason{Code: CodeScoreOutOfRange, Message: "a score is a number from 0 to 100"}
	SeasonalPath           = &contract.Reason{Code: CodeSeasonalPath, Message: "share of a year’s amount"}
	SeriesHasTimes         = &contract.Reason{Code: CodeSeriesHasTimes, Message: "a series has times: use time, or mode table"}
	SharesAddUpToNothing   = &contract.Reason{Code: CodeSharesAddUpToNothing, Message: "add up to 0: at least one must be more"}
	SharesMissing          = &contract.Reason{Code: CodeSharesMissing, Message: "is missing: a seasonal path spreads the year's amount by them, one per period of the KPI"}
	SizeNotAbove           = &contract.Reason{Code: CodeSizeNotAbove, Message: "must be above 0: sign says which way the KPI is to move"}
	SlippedTwice           = &contract.Reason{Code: CodeSlippedTwice, Message: "Its due date was put off a second time."}
	StepPath               = &contract.Reason{Code: CodeStepPath, Message: "the last amount set before"}
	Stretch                = &contract.Reason{Code: CodeStretch, Message: "Stretch"}
	Sum                    = &contract.Reason{Code: CodeSum, Message: "sum"}
	SumBelow               = &contract.Reason{Code: CodeSumBelow, Message: "sum of the units below"}
	Target                 = &contract.Reason{Code: CodeTarget, Message: "Target"}
	TargetIsBaseline       = &contract.Reason{Code: CodeTargetIsBaseline, Message: "must differ from baseline"}
	TextOnlyAsName         = &contract.Reason{Code: CodeTextOnlyAsName, Message: "text is only used in kpi(\"name\")"}
	ThresholdsTooLarge     = &contract.Reason{Code: CodeInvalidScale, Sentence: new("thresholdsTooLarge"), Message: "The thresholds of the scale are too large."}
	TimeAggregationMissing = &contract.Reason{Code: CodeTimeAggregationMissing, Message: "is missing: a KPI that is computed per period needs to know how its periods add up"}
	TimeColumnMissing      = &contract.Reason{Code: CodeTimeColumnMissing, Message: "is missing: a table needs a column with the time, or with the period"}
	TimeColumnToo          = &contract.Reason{Code: CodeTimeColumnToo, Message: "there is a time column, too: keep one of the two"}
	ToDecide               = &contract.Reason{Code: CodeToDecide, Message: "It is to be decided and has no due date."}
	ToDo                   = &contract.Reason{Code: CodeToDo, Message: "It is to be done and has no due date."}
	ToleranceNegative      = &contract.Reason{Code: CodeToleranceNegative, Message: "is a distance: it can't be negative"}
	TooFewAnswers          = &contract.Reason{Code: CodeTooFewAnswers, Message: "The pulse is shown from four answers on."}
	TooFewMeetings         = &contract.Reason{Code: CodeTooFewMeetings, Message: "Punctuality needs a meeting and the one before it."}
	TooLarge               = &contract.Reason{Code: CodeTooLarge, Message: "the values are too far apart for their variation to be a number"}
	TooLittleInformation   = &contract.Reason{Code: CodeTooLittleInformation, Message: "the changes depend on each other too much to tell"}
	ToTarget               = &contract.Reason{Code: CodeToTarget, Message: "from the baseline to the target"}
	UnitUnclear            = &contract.Reason{Code: CodeUnitUnclear, Message: "without a unit column in extract the values belong to one unit: name exactly one here, or give extract.unit"}
	WeighsItself           = &contract.Reason{Code: CodeWeighsItself, Message: "a KPI can't weigh itself: name another"}
	WeightedMean           = &contract.Reason{Code: CodeWeightedMean, Message: "weighted mean"}
	WeightMissing          = &contract.Reason{Code: CodeWeightMissing, Message: "is missing: a weightedMean needs the KPI that weighs it"}
	WhichItem              = &contract.Reason{Code: CodeWhichItem, Message: "is missing: which item of the agenda begins, or offAgenda with a title for anything else"}
	WhichPrompt            = &contract.Reason{Code: CodeWhichPrompt, Message: "is missing: which prompt?"}
	WhoseAttendance        = &contract.Reason{Code: CodeWhoseAttendance, Message: "is missing: whose attendance is this?"}
	WorstNotBeyond         = &contract.Reason{Code: CodeWorstNotBeyond, Message: "must lie beyond redFlag, on the side away from goal"}
	WriteKpi               = &contract.Reason{Code: CodeWriteKpi, Message: "write kpi(\"name\")"}
	YearEndNeeded          = &contract.Reason{Code: CodeYearEndNeeded, Message: "a week pattern needs yearEnd: the month, weekday and rule by which the fiscal year ends"}
	YearEndWithoutPattern  = &contract.Reason{Code: CodeYearEndWithoutPattern, Message: "only calendars with a week pattern have a yearEnd: add pattern or use fiscalYearStartMonth"}
	YouAreRequired         = &contract.Reason{Code: CodeYouAreRequired, Message: "You are required."}
	YouFacilitate          = &contract.Reason{Code: CodeYouFacilitate, Message: "You facilitate it."}
	YouMayTakePart         = &contract.Reason{Code: CodeYouMayTakePart, Message: "You may take part."}
	ZeroTarget             = &contract.Reason{Code: CodeZeroTarget, Message: "The scale is in percent of the target, which is 0 in this period."}
	ZoneNeeded             = &contract.Reason{Code: CodeZoneNeeded, Message: "needs timeZone: without it the days are those of the present rule"}
)

// Above says: 100 above {{value}}, else 0
func Above(value *contract.Threshold) *contract.Reason {
	return &contract.Reason{Code: CodeAbove, Message: "100 above " + threshold(value) + ", else 0", Params: map[string]any{"value": amountOf(value)}}
}

// AgendaEmpty says: “{{item}}” is not on the agenda, which has no items
func AgendaEmpty(item string) *contract.Reason {
	return &contract.Reason{Code: CodeAgendaEmpty, Message: "“" + item + "” is not on the agenda, which has no items", Params: map[string]any{"item": item}}
}

// AliasIsName says: “{{alias}}” is the name of another unit: rows with that key belong to one unit only
func AliasIsName(alias string) *contract.Reason {
	return &contract.Reason{Code: CodeAliasIsName, Message: "“" + alias + "” is the name of another unit: rows with that key belong to one unit only", Params: map[string]any{"alias": alias}}
}

// AliasTaken says: “{{alias}}” is an alias of OrgUnit “{{unit}}” already: rows with that key belong to one unit only
func AliasTaken(alias string, unit string) *contract.Reason {
	return &contract.Reason{Code: CodeAliasTaken, Message: "“" + alias + "” is an alias of OrgUnit “" + unit + "” already: rows with that key belong to one unit only", Params: map[string]any{"alias": alias, "unit": unit}}
}

// AliasTwice says: the alias “{{alias}}” stands here twice: keep one
func AliasTwice(alias string) *contract.Reason {
	return &contract.Reason{Code: CodeAliasTwice, Message: "the alias “" + alias + "” stands here twice: keep one", Params: map[string]any{"alias": alias}}
}

// ArgumentsCount says: {{word}} can't have {{arguments}} arguments: write {{usage}}
func ArgumentsCount(word string, arguments int, usage string) *contract.Reason {
	return &contract.Reason{Code: CodeArgumentsCount, Message: word + " can't have " + strconv.Itoa(arguments) + " arguments: write " + usage, Params: map[string]any{"word": word, "arguments": arguments, "usage": usage}}
}

// AsReported says: {{problem}}
func AsReported(problem string) *contract.Reason {
	return &contract.Reason{Code: CodeAsReported, Message: problem, Params: map[string]any{"problem": problem}}
}

// AtLeast says: 100 from {{value}} on, else 0
func AtLeast(value *contract.Threshold) *contract.Reason {
	return &contract.Reason{Code: CodeAtLeast, Message: "100 from " + threshold(value) + " on, else 0", Params: map[string]any{"value": amountOf(value)}}
}

// AtMost says: 100 up to {{value}}, else 0
func AtMost(value *contract.Threshold) *contract.Reason {
	return &contract.Reason{Code: CodeAtMost, Message: "100 up to " + threshold(value) + ", else 0", Params: map[string]any{"value": amountOf(value)}}
}

// AwaitsApproval says: {{count}} values of {{periods}} wait for a second person.
func AwaitsApproval(count int, periods []string) *contract.Reason {
	message := strconv.Itoa(count) + " values of " + strings.Join(periods, ", ") + " wait for a second person."
	if count == 1 {
		message = strconv.Itoa(count) + " value of " + strings.Join(periods, ", ") + " waits for a second person."
	}
	return &contract.Reason{Code: CodeAwaitsApproval, Message: message, Params: map[string]any{"count": count, "periods": strings.Join(periods, ", ")}}
}

// BeforeDataClose says: It begins before the data of {{period}} close, on {{closes}}.
func BeforeDataClose(period string, closes time.Time) *contract.Reason {
	return &contract.Reason{Code: CodeBeforeDataClose, Message: "It begins before the data of " + period + " close, on " + instant(closes) + ".", Params: map[string]any{"period": period, "closes": contract.InstantText(closes)}}
}

// Below says: 100 below {{value}}, else 0
func Below(value *contract.Threshold) *contract.Reason {
	return &contract.Reason{Code: CodeBelow, Message: "100 below " + threshold(value) + ", else 0", Params: map[string]any{"value": amountOf(value)}}
}

// Best says: 100 at {{best}}
func Best(best *contract.Threshold) *contract.Reason {
	return &contract.Reason{Code: CodeBest, Message: "100 at " + threshold(best), Params: map[string]any{"best": amountOf(best)}}
}

// Between says: 100 from {{low}} to {{high}}, 0 from {{tolerance}} outside on
func Between(low *contract.Threshold, high *contract.Threshold, tolerance *contract.Threshold) *contract.Reason {
	return &contract.Reason{Code: CodeBetween, Message: "100 from " + threshold(low) + " to " + threshold(high) + ", 0 from " + threshold(tolerance) + " outside on", Params: map[string]any{"low": amountOf(low), "high": amountOf(high), "tolerance": amountOf(tolerance)}}
}

// BoundsReversed says: must not be shorter than often: {{seldom}} is more often than {{often}}
func BoundsReversed(seldom string, often string) *contract.Reason {
	return &contract.Reason{Code: CodeBoundsReversed, Message: "must not be shorter than often: " + "every " + seldom + " is more often than " + "every " + often, Params: map[string]any{"seldom": seldom, "often": often}}
}

// BrokenAssumption says: The map says that “{{from}}” drives “{{to}}”; the figures say otherwise. What would have to be true for it to hold?
func BrokenAssumption(from string, to string) *contract.Reason {
	return &contract.Reason{Code: CodeBrokenAssumption, Message: "The map says that “" + from + "” drives “" + to + "”; the figures say otherwise. What would have to be true for it to hold?", Params: map[string]any{"from": from, "to": to}}
}

// CadenceRests says: is within {{cycles}} cycles of the step that “{{proposal}}” accepted: a cadence rests after a step
func CadenceRests(cycles int, proposal string) *contract.Reason {
	return &contract.Reason{Code: CodeCadenceRests, Message: "is within " + strconv.Itoa(cycles) + " cycles of the step that “" + proposal + "” accepted: a cadence rests after a step", Params: map[string]any{"cycles": cycles, "proposal": proposal}}
}

// CadenceToDecide says: Your committee is to decide whether it is reviewed {{to}} instead of {{from}}: {{why}}
func CadenceToDecide(to string, from string, why string) *contract.Reason {
	return &contract.Reason{Code: CodeCadenceToDecide, Message: "Your committee is to decide whether it is reviewed " + "every " + to + " instead of " + "every " + from + ": " + why, Params: map[string]any{"to": to, "from": from, "why": why}}
}

// CalendarUnusable says: its calendar {{calendar}} can't be used
func CalendarUnusable(calendar string) *contract.Reason {
	return &contract.Reason{Code: CodeInvalidDefinition, Sentence: new("calendarUnusable"), Message: "its calendar " + calendar + " can't be used", Params: map[string]any{"calendar": calendar}}
}

// Calm says: Variation is {{variation}} times what is usual, and has been at most {{limit}} times for {{periods}} periods.
func Calm(variation float64, limit float64, periods int) *contract.Reason {
	return &contract.Reason{Code: CodeCalm, Message: "Variation is " + ratio(variation) + " times what is usual, and has been at most " + number(limit) + " times for " + strconv.Itoa(periods) + " periods.", Params: map[string]any{"variation": variation, "limit": limit, "periods": periods}}
}

// CharterLacksCommittee says: the charter “{{charter}}” has no committee “{{committee}}”
func CharterLacksCommittee(charter string, committee string) *contract.Reason {
	return &contract.Reason{Code: CodeCharterLacksCommittee, Message: "the charter “" + charter + "” has no committee “" + committee + "”", Params: map[string]any{"charter": charter, "committee": committee}}
}

// CharterLacksReview says: the charter “{{charter}}” has no {{tier}} review of the scorecard “{{scorecard}}”
func CharterLacksReview(charter string, tier string, scorecard string) *contract.Reason {
	return &contract.Reason{Code: CodeCharterLacksReview, Message: "the charter “" + charter + "” has no " + tier + " review of the scorecard “" + scorecard + "”", Params: map[string]any{"charter": charter, "tier": tier, "scorecard": scorecard}}
}

// ClosedWithoutValue says: Closed without a value: {{kpis}}.
func ClosedWithoutValue(kpis string) *contract.Reason {
	return &contract.Reason{Code: CodeLate, Sentence: new("closedWithoutValue"), Message: "Closed without a value: " + kpis + ".", Params: map[string]any{"kpis": kpis}}
}

// CollectionFailedBy says: Its collection failed: {{problem}}
func CollectionFailedBy(problem string) *contract.Reason {
	return &contract.Reason{Code: CodeCollectionFailedBy, Message: "Its collection failed: " + problem, Params: map[string]any{"problem": problem}}
}

// CommitteeDissolved says: The committee {{committee}} is dissolved since {{since}}.
func CommitteeDissolved(committee string, since string) *contract.Reason {
	return &contract.Reason{Code: CodeCommittee, Sentence: new("committeeDissolved"), Message: "The committee " + committee + " is dissolved since " + since + ".", Params: map[string]any{"committee": committee, "since": since}}
}

// CommitteeTwice says: committee “{{name}}” stands here twice: keep one
func CommitteeTwice(name string) *contract.Reason {
	return &contract.Reason{Code: CodeCommitteeTwice, Message: "committee “" + name + "” stands here twice: keep one", Params: map[string]any{"name": name}}
}

// DelegateOfNobody says: “{{person}}” is no member of the committee: a delegate stands in for a member
func DelegateOfNobody(person string) *contract.Reason {
	return &contract.Reason{Code: CodeDelegateOfNobody, Message: "“" + person + "” is no member of the committee: a delegate stands in for a member", Params: map[string]any{"person": person}}
}

// DidYouMean says: {{cause}}; did you mean “{{near}}”?
func DidYouMean(near string, cause *contract.Reason) *contract.Reason {
	return &contract.Reason{Code: cause.Code, Sentence: new("didYouMean"), Message: cause.Message + "; did you mean “" + near + "”?", Params: map[string]any{"near": near}, Cause: cause}
}

// DigitsOutOfRange says: digits must be a whole number from {{least}} to {{most}}
func DigitsOutOfRange(least int, most int) *contract.Reason {
	return &contract.Reason{Code: CodeDigitsOutOfRange, Message: "digits must be a whole number from " + strconv.Itoa(least) + " to " + strconv.Itoa(most), Params: map[string]any{"least": least, "most": most}}
}

// Drifted says: Its last two meetings spent more than {{limit}} of their time on operational items or off the agenda.
func Drifted(limit float64) *contract.Reason {
	return &contract.Reason{Code: CodeDrifted, Message: "Its last two meetings spent more than " + percent(limit) + " of their time on operational items or off the agenda.", Params: map[string]any{"limit": limit}}
}

// EffectNotDown says: {{kpi}} was expected to go down and didn't do so as far as was said.
func EffectNotDown(kpi string) *contract.Reason {
	return &contract.Reason{Code: CodeEffectNotDown, Message: kpi + " was expected to go down and didn't do so as far as was said.", Params: map[string]any{"kpi": kpi}}
}

// EffectNotUp says: {{kpi}} was expected to go up and didn't do so as far as was said.
func EffectNotUp(kpi string) *contract.Reason {
	return &contract.Reason{Code: CodeEffectNotUp, Message: kpi + " was expected to go up and didn't do so as far as was said.", Params: map[string]any{"kpi": kpi}}
}

// EndsBefore says: ends before “{{from}}” begins: swap them or correct one
func EndsBefore(from string) *contract.Reason {
	return &contract.Reason{Code: CodeEndsBefore, Message: "ends before “" + from + "” begins: swap them or correct one", Params: map[string]any{"from": from}}
}

// EscalatesNotUp says: “{{other}}” is {{otherTier}} and this series {{tier}}: items go to a higher tier
func EscalatesNotUp(other string, otherTier string, tier string) *contract.Reason {
	return &contract.Reason{Code: CodeEscalatesNotUp, Message: "“" + other + "” is " + otherTier + " and this series " + tier + ": items go to a higher tier", Params: map[string]any{"other": other, "otherTier": otherTier, "tier": tier}}
}

// EventDeclared says: {{event}} is declared and has not ended.
func EventDeclared(event string) *contract.Reason {
	return &contract.Reason{Code: CodeEventDeclared, Message: event + " is declared and has not ended.", Params: map[string]any{"event": event}}
}

// EventToo says: Also, {{event}} is declared.
func EventToo(event string) *contract.Reason {
	return &contract.Reason{Code: CodeEventToo, Message: "Also, " + event + " is declared.", Params: map[string]any{"event": event}}
}

// Everywhere says: {{level}} everywhere
func Everywhere(level string) *contract.Reason {
	return &contract.Reason{Code: CodeEverywhere, Message: level + " everywhere", Params: map[string]any{"level": level}}
}

// Exactly says: 100 at {{value}} exactly, else 0
func Exactly(value *contract.Threshold) *contract.Reason {
	return &contract.Reason{Code: CodeExactly, Message: "100 at " + threshold(value) + " exactly, else 0", Params: map[string]any{"value": amountOf(value)}}
}

// ExistsAlready says: {{kind}} “{{name}}” exists already: change it with PUT or PATCH, or choose another name
func ExistsAlready(kind string, name string) *contract.Reason {
	return &contract.Reason{Code: CodeExistsAlready, Message: kind + " “" + name + "” exists already: change it with PUT or PATCH, or choose another name", Params: map[string]any{"kind": kind, "name": name}}
}

// Factor says: amounts × {{factor}}
func Factor(factor float64) *contract.Reason {
	return &contract.Reason{Code: CodeFactor, Message: "amounts × " + number(factor), Params: map[string]any{"factor": factor}}
}

// FirstDueStays says: never changes once it is set: it is {{day}}
func FirstDueStays(day string) *contract.Reason {
	return &contract.Reason{Code: CodeFirstDueStays, Message: "never changes once it is set: it is " + day, Params: map[string]any{"day": day}}
}

// FormulaAt says: column {{column}}: {{cause}}
func FormulaAt(column int, cause *contract.Reason) *contract.Reason {
	return &contract.Reason{Code: cause.Code, Sentence: new("formulaAt"), Message: "column " + strconv.Itoa(column) + ": " + cause.Message, Params: map[string]any{"column": column}, Cause: cause}
}

// FormulaAtLine says: line {{line}}, column {{column}}: {{cause}}
func FormulaAtLine(line int, column int, cause *contract.Reason) *contract.Reason {
	return &contract.Reason{Code: cause.Code, Sentence: new("formulaAtLine"), Message: "line " + strconv.Itoa(line) + ", column " + strconv.Itoa(column) + ": " + cause.Message, Params: map[string]any{"line": line, "column": column}, Cause: cause}
}

// FormulaTooLong says: a formula has at most {{most}} characters
func FormulaTooLong(most int) *contract.Reason {
	return &contract.Reason{Code: CodeFormulaTooLong, Message: "a formula has at most " + strconv.Itoa(most) + " characters", Params: map[string]any{"most": most}}
}

// FormulaUnexpected says: unexpected "{{word}}"
func FormulaUnexpected(word string) *contract.Reason {
	return &contract.Reason{Code: CodeFormulaUnexpected, Message: "unexpected \"" + word + "\"", Params: map[string]any{"word": word}}
}

// FormulaUnreadable says: its formula can't be read: {{problem}}
func FormulaUnreadable(problem string) *contract.Reason {
	return &contract.Reason{Code: CodeInvalidDefinition, Sentence: new("formulaUnreadable"), Message: "its formula can't be read: " + problem, Params: map[string]any{"problem": problem}}
}

// FrequencyUnknown says: its frequency {{frequency}} is unknown
func FrequencyUnknown(frequency string) *contract.Reason {
	return &contract.Reason{Code: CodeInvalidDefinition, Sentence: new("frequencyUnknown"), Message: "its frequency " + frequency + " is unknown", Params: map[string]any{"frequency": frequency}}
}

// GoalRedFlag says: from the red flag {{redFlag}} to the goal {{goal}}
func GoalRedFlag(redFlag *contract.Threshold, goal *contract.Threshold) *contract.Reason {
	return &contract.Reason{Code: CodeGoalRedFlag, Message: "from the red flag " + threshold(redFlag) + " to the goal " + threshold(goal), Params: map[string]any{"redFlag": amountOf(redFlag), "goal": amountOf(goal)}}
}

// IdOfNoPeriod says: period {{id}}: {{cause}}
func IdOfNoPeriod(id string, cause *contract.Reason) *contract.Reason {
	return &contract.Reason{Code: cause.Code, Sentence: new("idOfNoPeriod"), Message: "period " + id + ": " + cause.Message, Params: map[string]any{"id": id}, Cause: cause}
}

// IdOfOtherCalendar says: not an id of this calendar, which has a day such as 2026-03-14, a week such as {{week}}, a month such as {{month}}, a quarter such as {{quarter}}, a half such as {{half}} or a year such as {{year}}
func IdOfOtherCalendar(week string, month string, quarter string, half string, year string) *contract.Reason {
	return &contract.Reason{Code: CodeIdOfOtherCalendar, Message: "not an id of this calendar, which has a day such as 2026-03-14, a week such as " + week + ", a month such as " + month + ", a quarter such as " + quarter + ", a half such as " + half + " or a year such as " + year, Params: map[string]any{"week": week, "month": month, "quarter": quarter, "half": half, "year": year}}
}

// InQuarantine says: {{count}} values of {{periods}} are in quarantine.
func InQuarantine(count int, periods []string) *contract.Reason {
	message := strconv.Itoa(count) + " values of " + strings.Join(periods, ", ") + " are in quarantine."
	if count == 1 {
		message = strconv.Itoa(count) + " value of " + strings.Join(periods, ", ") + " is in quarantine."
	}
	return &contract.Reason{Code: CodeInQuarantine, Message: message, Params: map[string]any{"count": count, "periods": strings.Join(periods, ", ")}}
}

// InvalidScale says: The scale can't score in this period: {{threshold}} {{problem}}.
func InvalidScale(threshold string, problem string) *contract.Reason {
	return &contract.Reason{Code: CodeInvalidScale, Message: "The scale can't score in this period: " + threshold + " " + problem + ".", Params: map[string]any{"threshold": threshold, "problem": problem}}
}

// ItemTwice says: item “{{name}}” stands here twice: keep one
func ItemTwice(name string) *contract.Reason {
	return &contract.Reason{Code: CodeItemTwice, Message: "item “" + name + "” stands here twice: keep one", Params: map[string]any{"name": name}}
}

// KpiGone says: The KPI {{kpi}} is no longer there.
func KpiGone(kpi string) *contract.Reason {
	return &contract.Reason{Code: CodeKpiGone, Message: "The KPI " + kpi + " is no longer there.", Params: map[string]any{"kpi": kpi}}
}

// KpiNeeded says: {{word}} needs a KPI: its name, or kpi("name")
func KpiNeeded(word string) *contract.Reason {
	return &contract.Reason{Code: CodeKpiNeeded, Message: word + " needs a KPI: its name, or kpi(\"name\")", Params: map[string]any{"word": word}}
}

// KpisNotMeasured says: Not measured at {{unit}}: {{kpis}}.
func KpisNotMeasured(unit string, kpis string) *contract.Reason {
	return &contract.Reason{Code: CodeNotMeasured, Sentence: new("kpisNotMeasured"), Message: "Not measured at " + unit + ": " + kpis + ".", Params: map[string]any{"unit": unit, "kpis": kpis}}
}

// KpiTwice says: the KPI “{{name}}” stands here twice: keep one
func KpiTwice(name string) *contract.Reason {
	return &contract.Reason{Code: CodeKpiTwice, Message: "the KPI “" + name + "” stands here twice: keep one", Params: map[string]any{"name": name}}
}

// LeadingRed says: “{{leading}}” leads and is {{lowest}} while “{{lagging}}” is still {{best}}. When will it show, and what can be done before?
func LeadingRed(leading string, lowest string, lagging string, best string) *contract.Reason {
	return &contract.Reason{Code: CodeLeadingRed, Message: "“" + leading + "” leads and is " + lowest + " while “" + lagging + "” is still " + best + ". When will it show, and what can be done before?", Params: map[string]any{"leading": leading, "lowest": lowest, "lagging": lagging, "best": best}}
}

// LevelAboveAll says: a score is at most 100, not {{from}}
func LevelAboveAll(from float64) *contract.Reason {
	return &contract.Reason{Code: CodeLevelAboveAll, Message: "a score is at most 100, not " + number(from), Params: map[string]any{"from": from}}
}

// LevelsUnordered says: levels go from the lowest to the best: from must be greater than {{before}}
func LevelsUnordered(before float64) *contract.Reason {
	return &contract.Reason{Code: CodeLevelsUnordered, Message: "levels go from the lowest to the best: from must be greater than " + number(before), Params: map[string]any{"before": before}}
}

// LevelTwice says: there is another level "{{level}}"
func LevelTwice(level string) *contract.Reason {
	return &contract.Reason{Code: CodeLevelTwice, Message: "there is another level \"" + level + "\"", Params: map[string]any{"level": level}}
}

// LivelyBoth says: For {{periods}} periods running, variation is {{variation}} times what is usual (limit {{variationLimit}}), and {{share}} of the KPIs lie outside their limits (limit {{shareLimit}}).
func LivelyBoth(periods int, variation float64, variationLimit float64, share float64, shareLimit float64) *contract.Reason {
	return &contract.Reason{Code: CodeLivelyBoth, Message: "For " + strconv.Itoa(periods) + " periods running, variation is " + ratio(variation) + " times what is usual (limit " + number(variationLimit) + "), and " + percent(share) + " of the KPIs lie outside their limits (limit " + percent(shareLimit) + ").", Params: map[string]any{"periods": periods, "variation": variation, "variationLimit": variationLimit, "share": share, "shareLimit": shareLimit}}
}

// LivelyShare says: For {{periods}} periods running, {{share}} of the KPIs lie outside their limits (limit {{limit}}).
func LivelyShare(periods int, share float64, limit float64) *contract.Reason {
	return &contract.Reason{Code: CodeLivelyShare, Message: "For " + strconv.Itoa(periods) + " periods running, " + percent(share) + " of the KPIs lie outside their limits (limit " + percent(limit) + ").", Params: map[string]any{"periods": periods, "share": share, "limit": limit}}
}

// LivelyVariation says: For {{periods}} periods running, variation is {{variation}} times what is usual (limit {{limit}}).
func LivelyVariation(periods int, variation float64, limit float64) *contract.Reason {
	return &contract.Reason{Code: CodeLivelyVariation, Message: "For " + strconv.Itoa(periods) + " periods running, variation is " + ratio(variation) + " times what is usual (limit " + number(limit) + ").", Params: map[string]any{"periods": periods, "variation": variation, "limit": limit}}
}

// LowCoverage says: only {{coverage}} of the weight has a score, and at least {{minimum}} is required
func LowCoverage(coverage float64, minimum float64) *contract.Reason {
	return &contract.Reason{Code: CodeLowCoverage, Message: "only " + percent(coverage) + " of the weight has a score, and at least " + percent(minimum) + " is required", Params: map[string]any{"coverage": coverage, "minimum": minimum}}
}

// LowestNotZero says: the lowest level begins at 0, not at {{from}}
func LowestNotZero(from float64) *contract.Reason {
	return &contract.Reason{Code: CodeLowestNotZero, Message: "the lowest level begins at 0, not at " + number(from), Params: map[string]any{"from": from}}
}

// ManagedByFile says: {{kind}} “{{name}}” is managed by the file “{{file}}”: change it there
func ManagedByFile(kind string, name string, file string) *contract.Reason {
	return &contract.Reason{Code: CodeManagedByFile, Message: kind + " “" + name + "” is managed by the file “" + file + "”: change it there", Params: map[string]any{"kind": kind, "name": name, "file": file}}
}

// MeetingsHadIt says: Meetings that had it: {{meetings}}.
func MeetingsHadIt(meetings int) *contract.Reason {
	return &contract.Reason{Code: CodeMeetingsHadIt, Message: "Meetings that had it: " + strconv.Itoa(meetings) + ".", Params: map[string]any{"meetings": meetings}}
}

// MemberTwice says: member “{{name}}” stands here twice: keep one
func MemberTwice(name string) *contract.Reason {
	return &contract.Reason{Code: CodeMemberTwice, Message: "member “" + name + "” stands here twice: keep one", Params: map[string]any{"name": name}}
}

// Missed says: It was planned and not held: {{days}}.
func Missed(days []string) *contract.Reason {
	return &contract.Reason{Code: CodeMissed, Message: "It was planned and not held: " + strings.Join(days, ", ") + ".", Params: map[string]any{"days": strings.Join(days, ", ")}}
}

// MissingInput says: {{kpi}} has no value: {{cause}}
func MissingInput(kpi string, cause *contract.Reason) *contract.Reason {
	return &contract.Reason{Code: CodeMissingInput, Message: kpi + " has no value: " + cause.Message, Params: map[string]any{"kpi": kpi}, Cause: cause}
}

// MissingOneOf says: is missing: one of {{values}}
func MissingOneOf(values []string) *contract.Reason {
	return &contract.Reason{Code: CodeMissingOneOf, Message: "is missing: one of " + quoted(values), Params: map[string]any{"values": strings.Join(values, "\n")}}
}

// MissingParts says: {{count}} of its parts have no score, and the roll-up allows none to be missing
func MissingParts(count int) *contract.Reason {
	message := strconv.Itoa(count) + " of its parts have no score, and the roll-up allows none to be missing"
	if count == 1 {
		message = strconv.Itoa(count) + " of its parts has no score, and the roll-up allows none to be missing"
	}
	return &contract.Reason{Code: CodeMissingChild, Sentence: new("missingParts"), Message: message, Params: map[string]any{"count": count}}
}

// MoreThanDaily says: must not be {{frequency}}: reviews are at most daily
func MoreThanDaily(frequency string) *contract.Reason {
	return &contract.Reason{Code: CodeMoreThanDaily, Message: "must not be " + frequency + ": reviews are at most daily", Params: map[string]any{"frequency": frequency}}
}

// NamedHoliday says: It is on a holiday: {{holiday}}.
func NamedHoliday(holiday string) *contract.Reason {
	return &contract.Reason{Code: CodeHoliday, Sentence: new("namedHoliday"), Message: "It is on a holiday: " + holiday + ".", Params: map[string]any{"holiday": holiday}}
}

// NameIsAlias says: “{{name}}” is an alias of OrgUnit “{{unit}}”: choose another name, or remove the alias there
func NameIsAlias(name string, unit string) *contract.Reason {
	return &contract.Reason{Code: CodeNameIsAlias, Message: "“" + name + "” is an alias of OrgUnit “" + unit + "”: choose another name, or remove the alias there", Params: map[string]any{"name": name, "unit": unit}}
}

// NeedsItself says: the KPI needs itself: {{path}}
func NeedsItself(path string) *contract.Reason {
	return &contract.Reason{Code: CodeNeedsItself, Message: "the KPI needs itself: " + path, Params: map[string]any{"path": path}}
}

// NoBracket says: {{word}} is not used in formulas: only ( and ) are
func NoBracket(word string) *contract.Reason {
	return &contract.Reason{Code: CodeNoBracket, Message: word + " is not used in formulas: only ( and ) are", Params: map[string]any{"word": word}}
}

// NoCommittee says: there is no committee “{{committee}}”
func NoCommittee(committee string) *contract.Reason {
	return &contract.Reason{Code: CodeNoCommittee, Message: "there is no committee “" + committee + "”", Params: map[string]any{"committee": committee}}
}

// NoCounterpart says: {{period}} has no counterpart a year before
func NoCounterpart(period string) *contract.Reason {
	return &contract.Reason{Code: CodeLookBackTooShort, Sentence: new("noCounterpart"), Message: period + " has no counterpart a year before", Params: map[string]any{"period": period}}
}

// NoExplanation says: No explanation yet: {{kpis}}.
func NoExplanation(kpis string) *contract.Reason {
	return &contract.Reason{Code: CodeNoExplanation, Message: "No explanation yet: " + kpis + ".", Params: map[string]any{"kpis": kpis}}
}

// NoFunction says: there is no function {{word}}
func NoFunction(word string) *contract.Reason {
	return &contract.Reason{Code: CodeNoFunction, Message: "there is no function " + word, Params: map[string]any{"word": word}}
}

// NoFunctionOf says: there is no function {{word}}: there are {{functions}}
func NoFunctionOf(word string, functions string) *contract.Reason {
	return &contract.Reason{Code: CodeNoFunctionOf, Message: "there is no function " + word + ": there are " + functions, Params: map[string]any{"word": word, "functions": functions}}
}

// NoKey says: “{{key}}” can't be used as a name here
func NoKey(key string) *contract.Reason {
	return &contract.Reason{Code: CodeNoKey, Message: "“" + key + "” can't be used as a name here", Params: map[string]any{"key": key}}
}

// NoKind says: there is no kind “{{kind}}”
func NoKind(kind string) *contract.Reason {
	return &contract.Reason{Code: CodeNoKind, Message: "there is no kind “" + kind + "”", Params: map[string]any{"kind": kind}}
}

// NoKpiName says: "{{word}}" can't be the name of a KPI: names have lower-case letters, digits and hyphens
func NoKpiName(word string) *contract.Reason {
	return &contract.Reason{Code: CodeNoKpiName, Message: "\"" + word + "\" can't be the name of a KPI: names have lower-case letters, digits and hyphens", Params: map[string]any{"word": word}}
}

// NoMatch says: must match {{pattern}}
func NoMatch(pattern string) *contract.Reason {
	return &contract.Reason{Code: CodeNoMatch, Message: "must match " + pattern, Params: map[string]any{"pattern": pattern}}
}

// NoMonth says: must be a month from 1 to 12, not {{month}}
func NoMonth(month int) *contract.Reason {
	return &contract.Reason{Code: CodeNoMonth, Message: "must be a month from 1 to 12, not " + strconv.Itoa(month), Params: map[string]any{"month": month}}
}

// NoneOf says: must be one of {{values}}
func NoneOf(values []string) *contract.Reason {
	return &contract.Reason{Code: CodeNoneOf, Message: "must be one of " + quoted(values), Params: map[string]any{"values": strings.Join(values, "\n")}}
}

// NoNode says: must be a node of a scorecard: one of {{kinds}}
func NoNode(kinds []string) *contract.Reason {
	return &contract.Reason{Code: CodeNoNode, Message: "must be a node of a scorecard: one of " + quoted(kinds), Params: map[string]any{"kinds": strings.Join(kinds, "\n")}}
}

// NoOperator says: {{word}} is no operator of formulas, which have + - * / % < <= > >= == != ? : and or not
func NoOperator(word string) *contract.Reason {
	return &contract.Reason{Code: CodeNoOperator, Message: word + " is no operator of formulas, which have + - * / % < <= > >= == != ? : and or not", Params: map[string]any{"word": word}}
}

// NoPattern says: must be 4-4-5, 4-5-4 or 5-4-4, not "{{pattern}}"
func NoPattern(pattern string) *contract.Reason {
	return &contract.Reason{Code: CodeNoPattern, Message: "must be 4-4-5, 4-5-4 or 5-4-4, not \"" + pattern + "\"", Params: map[string]any{"pattern": pattern}}
}

// NoPeriod says: The KPI's calendar has no {{problem}}.
func NoPeriod(problem string) *contract.Reason {
	return &contract.Reason{Code: CodeNoPeriod, Message: "The KPI's calendar has no " + problem + ".", Params: map[string]any{"problem": problem}}
}

// NoPeriodId says: “{{period}}” is no period: write 2026, 2026-Q1, 2026-03, 2026-W11 or 2026-03-14
func NoPeriodId(period string) *contract.Reason {
	return &contract.Reason{Code: CodeNoPeriodId, Message: "“" + period + "” is no period: write 2026, 2026-Q1, 2026-03, 2026-W11 or 2026-03-14", Params: map[string]any{"period": period}}
}

// NoRecoveryPlan says: No recovery plan yet: {{kpis}}.
func NoRecoveryPlan(kpis string) *contract.Reason {
	return &contract.Reason{Code: CodeNoRecoveryPlan, Message: "No recovery plan yet: " + kpis + ".", Params: map[string]any{"kpis": kpis}}
}

// NoResource says: there is no {{kind}} “{{name}}”
func NoResource(kind string, name string) *contract.Reason {
	return &contract.Reason{Code: CodeNoResource, Message: "there is no " + kind + " “" + name + "”", Params: map[string]any{"kind": kind, "name": name}}
}

// NoRule says: is no recurrence rule of RFC 5545: {{problem}}
func NoRule(problem string) *contract.Reason {
	return &contract.Reason{Code: CodeNoRule, Message: "is no recurrence rule of RFC 5545: " + problem, Params: map[string]any{"problem": problem}}
}

// NoRulePart says: is no recurrence rule of RFC 5545: "{{part}}" is none of its parts; write one like FREQ=MONTHLY;BYDAY=2WE
func NoRulePart(part string) *contract.Reason {
	return &contract.Reason{Code: CodeNoRulePart, Message: "is no recurrence rule of RFC 5545: \"" + part + "\" is none of its parts; write one like FREQ=MONTHLY;BYDAY=2WE", Params: map[string]any{"part": part}}
}

// NoScores says: No objective of {{unit}} has a score in this period.
func NoScores(unit string) *contract.Reason {
	return &contract.Reason{Code: CodeNoValues, Sentence: new("noScores"), Message: "No objective of " + unit + " has a score in this period.", Params: map[string]any{"unit": unit}}
}

// NoStep says: there is no cadence beyond {{every}}
func NoStep(every string) *contract.Reason {
	return &contract.Reason{Code: CodeNoStep, Message: "there is no cadence beyond " + "every " + every, Params: map[string]any{"every": every}}
}

// NoSuchDay says: there is no {{day}} {{month}} in {{year}}: days go from 1 to {{last}}
func NoSuchDay(day int, month time.Month, year string, last int) *contract.Reason {
	return &contract.Reason{Code: CodeNoSuchDay, Message: "there is no " + strconv.Itoa(day) + " " + month.String() + " in " + year + ": days go from 1 to " + strconv.Itoa(last), Params: map[string]any{"day": day, "month": int(month), "year": year, "last": last}}
}

// NoSuchLevel says: must be a level of the scorecard's scheme: one of {{levels}}
func NoSuchLevel(levels []string) *contract.Reason {
	return &contract.Reason{Code: CodeNoSuchLevel, Message: "must be a level of the scorecard's scheme: one of " + quoted(levels), Params: map[string]any{"levels": strings.Join(levels, "\n")}}
}

// NoSuchOption says: must be one of the options: {{options}}
func NoSuchOption(options []string) *contract.Reason {
	return &contract.Reason{Code: CodeNoSuchOption, Message: "must be one of the options: " + quoted(options), Params: map[string]any{"options": strings.Join(options, "\n")}}
}

// NoSuchPart says: there is no {{part}} {{position}} in {{year}}: they go from 1 to {{last}}
func NoSuchPart(part string, position int, year string, last int) *contract.Reason {
	return &contract.Reason{Code: CodeNoSuchPart, Message: "there is no " + part + " " + strconv.Itoa(position) + " in " + year + ": they go from 1 to " + strconv.Itoa(last), Params: map[string]any{"part": part, "position": position, "year": year, "last": last}}
}

// NotAbove says: must be more than {{least}}, is {{value}}
func NotAbove(least float64, value float64) *contract.Reason {
	return &contract.Reason{Code: CodeNotAbove, Message: "must be more than " + number(least) + ", is " + number(value), Params: map[string]any{"least": least, "value": value}}
}

// NotBelow says: must be less than {{most}}, is {{value}}
func NotBelow(most float64, value float64) *contract.Reason {
	return &contract.Reason{Code: CodeNotBelow, Message: "must be less than " + number(most) + ", is " + number(value), Params: map[string]any{"most": most, "value": value}}
}

// NothingChanged says: in most of the {{periods}} periods before, nothing changed
func NothingChanged(periods int) *contract.Reason {
	return &contract.Reason{Code: CodeConstant, Sentence: new("nothingChanged"), Message: "in most of the " + strconv.Itoa(periods) + " periods before, nothing changed", Params: map[string]any{"periods": periods}}
}

// NothingToMeasure says: It can't be measured: there is no {{kind}} "{{name}}".
func NothingToMeasure(kind string, name string) *contract.Reason {
	return &contract.Reason{Code: CodeKpiGone, Sentence: new("nothingToMeasure"), Message: "It can't be measured: there is no " + kind + " \"" + name + "\".", Params: map[string]any{"kind": kind, "name": name}}
}

// NoTimeZone says: "{{zone}}" is no IANA time zone: write a name such as Europe/Berlin or UTC
func NoTimeZone(zone string) *contract.Reason {
	return &contract.Reason{Code: CodeNoTimeZone, Message: "\"" + zone + "\" is no IANA time zone: write a name such as Europe/Berlin or UTC", Params: map[string]any{"zone": zone}}
}

// NotMeasurable says: It can't be measured: {{problem}}.
func NotMeasurable(problem string) *contract.Reason {
	return &contract.Reason{Code: CodeNotMeasurable, Message: "It can't be measured: " + problem + ".", Params: map[string]any{"problem": problem}}
}

// NotOnAgenda says: “{{item}}” is not on the agenda, which has {{items}}
func NotOnAgenda(item string, items []string) *contract.Reason {
	return &contract.Reason{Code: CodeNotOnAgenda, Message: "“" + item + "” is not on the agenda, which has " + quoted(items), Params: map[string]any{"item": item, "items": strings.Join(items, "\n")}}
}

// NotOnScorecard says: Not on the scorecards of this review: {{kpis}}.
func NotOnScorecard(kpis string) *contract.Reason {
	return &contract.Reason{Code: CodeNotOnScorecard, Message: "Not on the scorecards of this review: " + kpis + ".", Params: map[string]any{"kpis": kpis}}
}

// NotSubmitted says: Nothing was submitted for {{period}}.
func NotSubmitted(period string) *contract.Reason {
	return &contract.Reason{Code: CodeNotSubmitted, Message: "Nothing was submitted for " + period + ".", Params: map[string]any{"period": period}}
}

// NotSubmittedBy says: Nothing was submitted for {{period}} by {{units}}.
func NotSubmittedBy(period string, units string) *contract.Reason {
	return &contract.Reason{Code: CodeNotSubmittedBy, Message: "Nothing was submitted for " + period + " by " + units + ".", Params: map[string]any{"period": period, "units": units}}
}

// NotThat says: must be “{{value}}”
func NotThat(value string) *contract.Reason {
	return &contract.Reason{Code: CodeNotThat, Message: "must be “" + value + "”", Params: map[string]any{"value": value}}
}

// NotUnderScorecard says: the scorecard “{{scorecard}}” has no {{kind}} “{{name}}”
func NotUnderScorecard(scorecard string, kind string, name string) *contract.Reason {
	return &contract.Reason{Code: CodeNotUnderScorecard, Message: "the scorecard “" + scorecard + "” has no " + kind + " “" + name + "”", Params: map[string]any{"scorecard": scorecard, "kind": kind, "name": name}}
}

// NoValues says: No KPI of {{unit}} has a value in this period.
func NoValues(unit string) *contract.Reason {
	return &contract.Reason{Code: CodeNoValues, Message: "No KPI of " + unit + " has a value in this period.", Params: map[string]any{"unit": unit}}
}

// NoValueYearBefore says: it has no value in {{period}}: {{cause}}
func NoValueYearBefore(period string, cause *contract.Reason) *contract.Reason {
	return &contract.Reason{Code: cause.Code, Sentence: new("noValueYearBefore"), Message: "it has no value in " + period + ": " + cause.Message, Params: map[string]any{"period": period}, Cause: cause}
}

// NoVersionYet says: the charter has no version {{version}} yet: it is at {{current}}
func NoVersionYet(version int, current int) *contract.Reason {
	return &contract.Reason{Code: CodeNoVersionYet, Message: "the charter has no version " + strconv.Itoa(version) + " yet: it is at " + strconv.Itoa(current), Params: map[string]any{"version": version, "current": current}}
}

// NoWeekday says: must be a weekday in English, lower case, not "{{weekday}}"
func NoWeekday(weekday string) *contract.Reason {
	return &contract.Reason{Code: CodeNoWeekday, Message: "must be a weekday in English, lower case, not \"" + weekday + "\"", Params: map[string]any{"weekday": weekday}}
}

// NoYearEndRule says: must be last or nearest, not "{{rule}}"
func NoYearEndRule(rule string) *contract.Reason {
	return &contract.Reason{Code: CodeNoYearEndRule, Message: "must be last or nearest, not \"" + rule + "\"", Params: map[string]any{"rule": rule}}
}

// ObjectiveTwice says: the objective “{{name}}” stands here twice: keep one
func ObjectiveTwice(name string) *contract.Reason {
	return &contract.Reason{Code: CodeObjectiveTwice, Message: "the objective “" + name + "” stands here twice: keep one", Params: map[string]any{"name": name}}
}

// OftenerThanBounds says: is more often than the bounds allow: {{often}}
func OftenerThanBounds(often string) *contract.Reason {
	return &contract.Reason{Code: CodeOftenerThanBounds, Message: "is more often than the bounds allow: " + "every " + often, Params: map[string]any{"often": often}}
}

// OperationalNowhere says: an operational item needs a reason (classReason) to be on the agenda of the strategic series “{{series}}”; no other series takes operational items of its charter and scorecards
func OperationalNowhere(series string) *contract.Reason {
	return &contract.Reason{Code: CodeOperationalNowhere, Message: "an operational item needs a reason (classReason) to be on the agenda of the strategic series “" + series + "”; no other series takes operational items of its charter and scorecards", Params: map[string]any{"series": series}}
}

// OperationalOnStrategic says: an operational item needs a reason (classReason) to be on the agenda of the strategic series “{{series}}”; put it on the agenda of “{{other}}”
func OperationalOnStrategic(series string, other string) *contract.Reason {
	return &contract.Reason{Code: CodeOperationalOnStrategic, Message: "an operational item needs a reason (classReason) to be on the agenda of the strategic series “" + series + "”; put it on the agenda of “" + other + "”", Params: map[string]any{"series": series, "other": other}}
}

// OptionTwice says: option “{{name}}” stands here twice: keep one
func OptionTwice(name string) *contract.Reason {
	return &contract.Reason{Code: CodeOptionTwice, Message: "option “" + name + "” stands here twice: keep one", Params: map[string]any{"name": name}}
}

// OtherCalendar says: the KPI “{{kpi}}” has the calendar “{{calendar}}”, not “{{other}}”: all KPIs of a scorecard share its calendar
func OtherCalendar(kpi string, calendar string, other string) *contract.Reason {
	return &contract.Reason{Code: CodeOtherCalendar, Message: "the KPI “" + kpi + "” has the calendar “" + calendar + "”, not “" + other + "”: all KPIs of a scorecard share its calendar", Params: map[string]any{"kpi": kpi, "calendar": calendar, "other": other}}
}

// OtherOperator says: {{word}} is no operator of formulas: write {{instead}}
func OtherOperator(word string, instead string) *contract.Reason {
	return &contract.Reason{Code: CodeOtherOperator, Message: word + " is no operator of formulas: write " + instead, Params: map[string]any{"word": word, "instead": instead}}
}

// OtherPerspective says: the objective says that it belongs to the perspective “{{perspective}}”: place it there, or change the objective
func OtherPerspective(perspective string) *contract.Reason {
	return &contract.Reason{Code: CodeOtherPerspective, Message: "the objective says that it belongs to the perspective “" + perspective + "”: place it there, or change the objective", Params: map[string]any{"perspective": perspective}}
}

// OtherStrategy says: the objective belongs to the strategy “{{strategy}}”, the scorecard to “{{other}}”: use an objective of that strategy
func OtherStrategy(strategy string, other string) *contract.Reason {
	return &contract.Reason{Code: CodeOtherStrategy, Message: "the objective belongs to the strategy “" + strategy + "”, the scorecard to “" + other + "”: use an objective of that strategy", Params: map[string]any{"strategy": strategy, "other": other}}
}

// OutsideRanges says: No range of the scale holds {{value}}.
func OutsideRanges(value float64) *contract.Reason {
	return &contract.Reason{Code: CodeOutsideRanges, Message: "No range of the scale holds " + number(value) + ".", Params: map[string]any{"value": value}}
}

// OverdueByDays says: It is overdue by {{count}} days.
func OverdueByDays(count int) *contract.Reason {
	message := "It is overdue by " + strconv.Itoa(count) + " days."
	if count == 1 {
		message = "It is overdue by one day."
	}
	return &contract.Reason{Code: CodeOverdue, Sentence: new("overdueByDays"), Message: message, Params: map[string]any{"count": count}}
}

// Overlap says: It overlaps with {{other}}, which is of the same committee.
func Overlap(other string) *contract.Reason {
	return &contract.Reason{Code: CodeOverlap, Message: "It overlaps with " + other + ", which is of the same committee.", Params: map[string]any{"other": other}}
}

// OverlapOfPeople says: It overlaps with {{other}}, which needs {{people}} too.
func OverlapOfPeople(other string, people string) *contract.Reason {
	return &contract.Reason{Code: CodeOverlap, Sentence: new("overlapOfPeople"), Message: "It overlaps with " + other + ", which needs " + people + " too.", Params: map[string]any{"other": other, "people": people}}
}

// OwnCause says: an objective can't be the cause of itself: name another than “{{objective}}”
func OwnCause(objective string) *contract.Reason {
	return &contract.Reason{Code: CodeOwnCause, Message: "an objective can't be the cause of itself: name another than “" + objective + "”", Params: map[string]any{"objective": objective}}
}

// OwnChild says: the objective would be among its own children: {{path}}
func OwnChild(path string) *contract.Reason {
	return &contract.Reason{Code: CodeOwnChild, Message: "the objective would be among its own children: " + path, Params: map[string]any{"path": path}}
}

// OwnedBy says: Its owner is {{owner}}.
func OwnedBy(owner string) *contract.Reason {
	return &contract.Reason{Code: CodeOwnedBy, Message: "Its owner is " + owner + ".", Params: map[string]any{"owner": owner}}
}

// OwnerUnknown says: Grafana doesn't know its owner, {{owner}}.
func OwnerUnknown(owner string) *contract.Reason {
	return &contract.Reason{Code: CodeOwnerUnknown, Message: "Grafana doesn't know its owner, " + owner + ".", Params: map[string]any{"owner": owner}}
}

// PeopleElsewhere says: Required here and in {{other}} at the same time: {{people}}.
func PeopleElsewhere(other string, people string) *contract.Reason {
	return &contract.Reason{Code: CodePerson, Sentence: new("peopleElsewhere"), Message: "Required here and in " + other + " at the same time: " + people + ".", Params: map[string]any{"other": other, "people": people}}
}

// PeriodExpected says: expected a day such as 2026-03-14, a week such as {{week}}, a month such as {{month}}, a quarter such as {{quarter}}, a half such as {{half}} or a year such as {{year}}
func PeriodExpected(week string, month string, quarter string, half string, year string) *contract.Reason {
	return &contract.Reason{Code: CodePeriodExpected, Message: "expected a day such as 2026-03-14, a week such as " + week + ", a month such as " + month + ", a quarter such as " + quarter + ", a half such as " + half + " or a year such as " + year, Params: map[string]any{"week": week, "month": month, "quarter": quarter, "half": half, "year": year}}
}

// PeriodsOutOfRange says: the number of periods must be a whole number from 1 to {{most}}
func PeriodsOutOfRange(most int) *contract.Reason {
	return &contract.Reason{Code: CodePeriodsOutOfRange, Message: "the number of periods must be a whole number from 1 to " + strconv.Itoa(most), Params: map[string]any{"most": most}}
}

// PerspectiveTwice says: the perspective “{{name}}” stands here twice: keep one
func PerspectiveTwice(name string) *contract.Reason {
	return &contract.Reason{Code: CodePerspectiveTwice, Message: "the perspective “" + name + "” stands here twice: keep one", Params: map[string]any{"name": name}}
}

// Point says: {{score}} at {{value}}
func Point(score *contract.Threshold, value *contract.Threshold) *contract.Reason {
	return &contract.Reason{Code: CodePoint, Message: threshold(score) + " at " + threshold(value), Params: map[string]any{"score": amountOf(score), "value": amountOf(value)}}
}

// Postponed says: “{{action}}” was postponed {{count}} times, first due {{due}}. What is in the way, and is it still worth doing?
func Postponed(action string, count int, due string) *contract.Reason {
	message := "“" + action + "” was postponed " + strconv.Itoa(count) + " times, first due " + due + ". What is in the way, and is it still worth doing?"
	if count == 1 {
		message = "“" + action + "” was postponed " + strconv.Itoa(count) + " time, first due " + due + ". What is in the way, and is it still worth doing?"
	}
	return &contract.Reason{Code: CodePostponed, Message: message, Params: map[string]any{"action": action, "count": count, "due": due}}
}

// PrematureUnexplained says: say why the report is frozen although not all values are final: {{values}}
func PrematureUnexplained(values string) *contract.Reason {
	return &contract.Reason{Code: CodePrematureUnexplained, Message: "say why the report is frozen although not all values are final: " + values, Params: map[string]any{"values": values}}
}

// PrevOf says: prev of {{kpi}}
func PrevOf(kpi string) *contract.Reason {
	return &contract.Reason{Code: CodePrevOf, Message: "prev of " + kpi, Params: map[string]any{"kpi": kpi}}
}

// PromisedTwice says: the {{tier}} review of “{{scorecard}}” by “{{committee}}” is promised twice: keep one
func PromisedTwice(tier string, scorecard string, committee string) *contract.Reason {
	return &contract.Reason{Code: CodePromisedTwice, Message: "the " + tier + " review of “" + scorecard + "” by “" + committee + "” is promised twice: keep one", Params: map[string]any{"tier": tier, "scorecard": scorecard, "committee": committee}}
}

// QuarantinedThreshold says: the newest value of the threshold {{threshold}} is quarantined
func QuarantinedThreshold(threshold string) *contract.Reason {
	return &contract.Reason{Code: CodeQuarantined, Sentence: new("quarantinedThreshold"), Message: "the newest value of the threshold " + threshold + " is quarantined", Params: map[string]any{"threshold": threshold}}
}

// QuorumTooLarge says: can't be reached: the committee has {{members}} members
func QuorumTooLarge(members int) *contract.Reason {
	return &contract.Reason{Code: CodeQuorumTooLarge, Message: "can't be reached: the committee has " + strconv.Itoa(members) + " members", Params: map[string]any{"members": members}}
}

// Raised says: You raised it, and it is open on the agenda of {{series}}.
func Raised(series string) *contract.Reason {
	return &contract.Reason{Code: CodeRaised, Message: "You raised it, and it is open on the agenda of " + series + ".", Params: map[string]any{"series": series}}
}

// Range says: {{level}} from {{from}} to below {{to}}
func Range(level string, from *contract.Threshold, to *contract.Threshold) *contract.Reason {
	return &contract.Reason{Code: CodeRange, Message: level + " from " + threshold(from) + " to below " + threshold(to), Params: map[string]any{"level": level, "from": amountOf(from), "to": amountOf(to)}}
}

// RangeEmpty says: the range of "{{level}}" is empty: to must be greater than from
func RangeEmpty(level string) *contract.Reason {
	return &contract.Reason{Code: CodeRangeEmpty, Message: "the range of \"" + level + "\" is empty: to must be greater than from", Params: map[string]any{"level": level}}
}

// RangeFrom says: {{level}} from {{from}} on
func RangeFrom(level string, from *contract.Threshold) *contract.Reason {
	return &contract.Reason{Code: CodeRangeFrom, Message: level + " from " + threshold(from) + " on", Params: map[string]any{"level": level, "from": amountOf(from)}}
}

// RangesApart says: there is a gap between the ranges of "{{before}}" and "{{level}}"
func RangesApart(before string, level string) *contract.Reason {
	return &contract.Reason{Code: CodeRangesApart, Message: "there is a gap between the ranges of \"" + before + "\" and \"" + level + "\"", Params: map[string]any{"before": before, "level": level}}
}

// RangesOverlap says: the ranges of "{{before}}" and "{{level}}" overlap
func RangesOverlap(before string, level string) *contract.Reason {
	return &contract.Reason{Code: CodeRangesOverlap, Message: "the ranges of \"" + before + "\" and \"" + level + "\" overlap", Params: map[string]any{"before": before, "level": level}}
}

// RangeTo says: {{level}} below {{to}}
func RangeTo(level string, to *contract.Threshold) *contract.Reason {
	return &contract.Reason{Code: CodeRangeTo, Message: level + " below " + threshold(to), Params: map[string]any{"level": level, "to": amountOf(to)}}
}

// RarerThanBounds says: is more seldom than the bounds allow: {{seldom}}
func RarerThanBounds(seldom string) *contract.Reason {
	return &contract.Reason{Code: CodeRarerThanBounds, Message: "is more seldom than the bounds allow: " + "every " + seldom, Params: map[string]any{"seldom": seldom}}
}

// RecipientMissing says: is missing: say who gets the report over the channel “{{channel}}”
func RecipientMissing(channel string) *contract.Reason {
	return &contract.Reason{Code: CodeRecipientMissing, Message: "is missing: say who gets the report over the channel “" + channel + "”", Params: map[string]any{"channel": channel}}
}

// RecoveryBeforePeriod says: comes before the period “{{period}}” begins: write the day by which the KPI is back on track
func RecoveryBeforePeriod(period string) *contract.Reason {
	return &contract.Reason{Code: CodeRecoveryBeforePeriod, Message: "comes before the period “" + period + "” begins: write the day by which the KPI is back on track", Params: map[string]any{"period": period}}
}

// RequiredButEmpty says: {{cause}} The template requires this section.
func RequiredButEmpty(cause *contract.Reason) *contract.Reason {
	return &contract.Reason{Code: CodeEmpty, Sentence: new("requiredButEmpty"), Message: cause.Message + " The template requires this section.", Cause: cause}
}

// RequiredToo says: “{{person}}” is required: nobody is both
func RequiredToo(person string) *contract.Reason {
	return &contract.Reason{Code: CodeRequiredToo, Message: "“" + person + "” is required: nobody is both", Params: map[string]any{"person": person}}
}

// ReservedName says: must not be “{{name}}”: that is an address of its own
func ReservedName(name string) *contract.Reason {
	return &contract.Reason{Code: CodeReservedName, Message: "must not be “" + name + "”: that is an address of its own", Params: map[string]any{"name": name}}
}

// ReservedWord says: {{word}} is a reserved word: write kpi("{{name}}") for a KPI of this name
func ReservedWord(word string, name string) *contract.Reason {
	return &contract.Reason{Code: CodeReservedWord, Message: word + " is a reserved word: write kpi(\"" + name + "\") for a KPI of this name", Params: map[string]any{"word": word, "name": name}}
}

// ReviewOfOtherSeries says: is a review of the series “{{other}}”, not of “{{series}}”
func ReviewOfOtherSeries(other string, series string) *contract.Reason {
	return &contract.Reason{Code: CodeReviewOfOtherSeries, Message: "is a review of the series “" + other + "”, not of “" + series + "”", Params: map[string]any{"other": other, "series": series}}
}

// RevisitBeforeDecision says: lies before {{decided}}, the day it was decided
func RevisitBeforeDecision(decided string) *contract.Reason {
	return &contract.Reason{Code: CodeRevisitBeforeDecision, Message: "lies before " + decided + ", the day it was decided", Params: map[string]any{"decided": decided}}
}

// RevisitBy says: It is to be revisited by {{due}}.
func RevisitBy(due string) *contract.Reason {
	return &contract.Reason{Code: CodeRevisitBy, Message: "It is to be revisited by " + due + ".", Params: map[string]any{"due": due}}
}

// RevisitSince says: It is to be revisited and was due on {{due}}.
func RevisitSince(due string) *contract.Reason {
	return &contract.Reason{Code: CodeRevisitSince, Message: "It is to be revisited and was due on " + due + ".", Params: map[string]any{"due": due}}
}

// RoleTwice says: role “{{name}}” stands here twice: keep one
func RoleTwice(name string) *contract.Reason {
	return &contract.Reason{Code: CodeRoleTwice, Message: "role “" + name + "” stands here twice: keep one", Params: map[string]any{"name": name}}
}

// RollingOf says: rolling of {{kpi}}
func RollingOf(kpi string) *contract.Reason {
	return &contract.Reason{Code: CodeRollingOf, Message: "rolling of " + kpi, Params: map[string]any{"kpi": kpi}}
}

// RulePartEmpty says: is no recurrence rule of RFC 5545: {{part}} has no value
func RulePartEmpty(part string) *contract.Reason {
	return &contract.Reason{Code: CodeRulePartEmpty, Message: "is no recurrence rule of RFC 5545: " + part + " has no value", Params: map[string]any{"part": part}}
}

// RulePartOutOfRange says: {{part}} must be a whole number from 1 to {{most}}, not "{{given}}"
func RulePartOutOfRange(part string, most int, given string) *contract.Reason {
	return &contract.Reason{Code: CodeRulePartOutOfRange, Message: part + " must be a whole number from 1 to " + strconv.Itoa(most) + ", not \"" + given + "\"", Params: map[string]any{"part": part, "most": most, "given": given}}
}

// RulePartTwice says: has {{part}} twice: keep one
func RulePartTwice(part string) *contract.Reason {
	return &contract.Reason{Code: CodeRulePartTwice, Message: "has " + part + " twice: keep one", Params: map[string]any{"part": part}}
}

// SamePeriod says: begins when the period at {{path}} does: keep one of the two
func SamePeriod(path string) *contract.Reason {
	return &contract.Reason{Code: CodeSamePeriod, Message: "begins when the period at " + path + " does: keep one of the two", Params: map[string]any{"path": path}}
}

// SamePeriodLastYearOf says: samePeriodLastYear of {{kpi}}
func SamePeriodLastYearOf(kpi string) *contract.Reason {
	return &contract.Reason{Code: CodeSamePeriodLastYearOf, Message: "samePeriodLastYear of " + kpi, Params: map[string]any{"kpi": kpi}}
}

// ScaleOf says: Scale of {{targets}}
func ScaleOf(targets string) *contract.Reason {
	return &contract.Reason{Code: CodeScaleOf, Message: "Scale of " + targets, Params: map[string]any{"targets": targets}}
}

// ScorecardTwice says: scorecard “{{name}}” stands here twice: keep one
func ScorecardTwice(name string) *contract.Reason {
	return &contract.Reason{Code: CodeScorecardTwice, Message: "scorecard “" + name + "” stands here twice: keep one", Params: map[string]any{"name": name}}
}

// ScoreOf says: Score of {{kpi}}
func ScoreOf(kpi string) *contract.Reason {
	return &contract.Reason{Code: CodeScoreOf, Message: "Score of " + kpi, Params: map[string]any{"kpi": kpi}}
}

// SectionTwice says: section “{{name}}” stands here twice: keep one
func SectionTwice(name string) *contract.Reason {
	return &contract.Reason{Code: CodeSectionTwice, Message: "section “" + name + "” stands here twice: keep one", Params: map[string]any{"name": name}}
}

// SeriesOfOtherCharter says: the series “{{series}}” is none of the charter “{{charter}}”
func SeriesOfOtherCharter(series string, charter string) *contract.Reason {
	return &contract.Reason{Code: CodeSeriesOfOtherCharter, Message: "the series “" + series + "” is none of the charter “" + charter + "”", Params: map[string]any{"series": series, "charter": charter}}
}

// SeriesOfOtherTier says: the series “{{series}}” is {{seriesTier}}, not {{tier}}
func SeriesOfOtherTier(series string, seriesTier string, tier string) *contract.Reason {
	return &contract.Reason{Code: CodeSeriesOfOtherTier, Message: "the series “" + series + "” is " + seriesTier + ", not " + tier, Params: map[string]any{"series": series, "seriesTier": seriesTier, "tier": tier}}
}

// SeveralSteps says: is more than one step from {{from}}: propose the cadence next to it
func SeveralSteps(from string) *contract.Reason {
	return &contract.Reason{Code: CodeSeveralSteps, Message: "is more than one step from " + "every " + from + ": propose the cadence next to it", Params: map[string]any{"from": from}}
}

// SeveralTimes says: must not have several values for {{part}}: reviews are at most daily
func SeveralTimes(part string) *contract.Reason {
	return &contract.Reason{Code: CodeSeveralTimes, Message: "must not have several values for " + part + ": reviews are at most daily", Params: map[string]any{"part": part}}
}

// SharesCount says: has {{shares}} items, but a year has {{periods}} periods of frequency {{frequency}}
func SharesCount(shares int, periods int, frequency string) *contract.Reason {
	return &contract.Reason{Code: CodeSharesCount, Message: "has " + strconv.Itoa(shares) + " items, but a year has " + strconv.Itoa(periods) + " periods of frequency " + frequency, Params: map[string]any{"shares": shares, "periods": periods, "frequency": frequency}}
}

// SharesCountVaries says: has {{shares}} items, but a year has {{least}} or {{most}} periods of frequency {{frequency}}
func SharesCountVaries(shares int, least int, most int, frequency string) *contract.Reason {
	return &contract.Reason{Code: CodeSharesCountVaries, Message: "has " + strconv.Itoa(shares) + " items, but a year has " + strconv.Itoa(least) + " or " + strconv.Itoa(most) + " periods of frequency " + frequency, Params: map[string]any{"shares": shares, "least": least, "most": most, "frequency": frequency}}
}

// StartOutOfRange says: must be of a year from {{first}} to {{last}}
func StartOutOfRange(first string, last string) *contract.Reason {
	return &contract.Reason{Code: CodeStartOutOfRange, Message: "must be of a year from " + first + " to " + last, Params: map[string]any{"first": first, "last": last}}
}

// StatusTwice says: status “{{name}}” stands here twice: keep one
func StatusTwice(name string) *contract.Reason {
	return &contract.Reason{Code: CodeStatusTwice, Message: "status “" + name + "” stands here twice: keep one", Params: map[string]any{"name": name}}
}

// SubscriberTwice says: subscriber “{{name}}” stands here twice: keep one
func SubscriberTwice(name string) *contract.Reason {
	return &contract.Reason{Code: CodeSubscriberTwice, Message: "subscriber “" + name + "” stands here twice: keep one", Params: map[string]any{"name": name}}
}

// ThemeTwice says: the theme “{{name}}” stands here twice: keep one
func ThemeTwice(name string) *contract.Reason {
	return &contract.Reason{Code: CodeThemeTwice, Message: "the theme “" + name + "” stands here twice: keep one", Params: map[string]any{"name": name}}
}

// ToDecideBy says: It is to be decided by {{due}}.
func ToDecideBy(due string) *contract.Reason {
	return &contract.Reason{Code: CodeToDecideBy, Message: "It is to be decided by " + due + ".", Params: map[string]any{"due": due}}
}

// ToDecideSince says: It is to be decided and was due on {{due}}.
func ToDecideSince(due string) *contract.Reason {
	return &contract.Reason{Code: CodeToDecideSince, Message: "It is to be decided and was due on " + due + ".", Params: map[string]any{"due": due}}
}

// ToDoBy says: It is to be done by {{due}}.
func ToDoBy(due string) *contract.Reason {
	return &contract.Reason{Code: CodeToDoBy, Message: "It is to be done by " + due + ".", Params: map[string]any{"due": due}}
}

// ToDoSince says: It is to be done and was due on {{due}}.
func ToDoSince(due string) *contract.Reason {
	return &contract.Reason{Code: CodeToDoSince, Message: "It is to be done and was due on " + due + ".", Params: map[string]any{"due": due}}
}

// TooEarly says: {{period}} ends before the effect could begin on {{since}}.
func TooEarly(period string, since string) *contract.Reason {
	return &contract.Reason{Code: CodeTooEarly, Message: period + " ends before the effect could begin on " + since + ".", Params: map[string]any{"period": period, "since": since}}
}

// TooFew says: must have at least {{least}} items, has {{length}}
func TooFew(least int, length int) *contract.Reason {
	return &contract.Reason{Code: CodeTooFew, Message: "must have at least " + strconv.Itoa(least) + " items, has " + strconv.Itoa(length), Params: map[string]any{"least": least, "length": length}}
}

// TooFewForQuorum says: {{required}} must be there, and only {{possible}} can be, delegates included.
func TooFewForQuorum(required int, possible int) *contract.Reason {
	return &contract.Reason{Code: CodeQuorum, Sentence: new("tooFewForQuorum"), Message: strconv.Itoa(required) + " must be there, and only " + strconv.Itoa(possible) + " can be, delegates included.", Params: map[string]any{"required": required, "possible": possible}}
}

// TooFewPairs says: there are {{count}} pairs of changes, and at least {{needed}} are needed
func TooFewPairs(count int, needed int) *contract.Reason {
	message := "there are " + strconv.Itoa(count) + " pairs of changes, and at least " + strconv.Itoa(needed) + " are needed"
	if count == 1 {
		message = "there is " + strconv.Itoa(count) + " pair of changes, and at least " + strconv.Itoa(needed) + " are needed"
	}
	return &contract.Reason{Code: CodeTooFewPairs, Message: message, Params: map[string]any{"count": count, "needed": needed}}
}

// TooFewPeriods says: there are values of {{count}} periods, and {{needed}} before the judged one are needed
func TooFewPeriods(count int, needed int) *contract.Reason {
	message := "there are values of " + strconv.Itoa(count) + " periods, and " + strconv.Itoa(needed) + " before the judged one are needed"
	if count == 1 {
		message = "there are values of " + strconv.Itoa(count) + " period, and " + strconv.Itoa(needed) + " before the judged one are needed"
	}
	return &contract.Reason{Code: CodeTooFewPeriods, Message: message, Params: map[string]any{"count": count, "needed": needed}}
}

// TooHigh says: must be at most {{most}}, is {{value}}
func TooHigh(most float64, value float64) *contract.Reason {
	return &contract.Reason{Code: CodeTooHigh, Message: "must be at most " + number(most) + ", is " + number(value), Params: map[string]any{"most": most, "value": value}}
}

// TooLong says: must have at most {{most}} characters, has {{length}}
func TooLong(most int, length int) *contract.Reason {
	return &contract.Reason{Code: CodeTooLong, Message: "must have at most " + strconv.Itoa(most) + " characters, has " + strconv.Itoa(length), Params: map[string]any{"most": most, "length": length}}
}

// TooLow says: must be at least {{least}}, is {{value}}
func TooLow(least float64, value float64) *contract.Reason {
	return &contract.Reason{Code: CodeTooLow, Message: "must be at least " + number(least) + ", is " + number(value), Params: map[string]any{"least": least, "value": value}}
}

// TooMany says: must have at most {{most}} items, has {{length}}
func TooMany(most int, length int) *contract.Reason {
	return &contract.Reason{Code: CodeTooMany, Message: "must have at most " + strconv.Itoa(most) + " items, has " + strconv.Itoa(length), Params: map[string]any{"most": most, "length": length}}
}

// TooManyGaps says: there are {{count}} changes from one period to the next in {{periods}} periods, and {{needed}} are needed
func TooManyGaps(count int, periods int, needed int) *contract.Reason {
	message := "there are " + strconv.Itoa(count) + " changes from one period to the next in " + strconv.Itoa(periods) + " periods, and " + strconv.Itoa(needed) + " are needed"
	if count == 1 {
		message = "there is " + strconv.Itoa(count) + " change from one period to the next in " + strconv.Itoa(periods) + " periods, and " + strconv.Itoa(needed) + " are needed"
	}
	return &contract.Reason{Code: CodeGaps, Sentence: new("tooManyGaps"), Message: message, Params: map[string]any{"count": count, "periods": periods, "needed": needed}}
}

// TooOften says: the charter allows no more often than {{every}}
func TooOften(every string) *contract.Reason {
	return &contract.Reason{Code: CodeBounds, Sentence: new("tooOften"), Message: "the charter allows no more often than " + "every " + every, Params: map[string]any{"every": every}}
}

// TooSeldom says: the charter allows no more seldom than {{every}}
func TooSeldom(every string) *contract.Reason {
	return &contract.Reason{Code: CodeBounds, Sentence: new("tooSeldom"), Message: "the charter allows no more seldom than " + "every " + every, Params: map[string]any{"every": every}}
}

// TooShort says: must have at least {{least}} characters, has {{length}}
func TooShort(least int, length int) *contract.Reason {
	return &contract.Reason{Code: CodeTooShort, Message: "must have at least " + strconv.Itoa(least) + " characters, has " + strconv.Itoa(length), Params: map[string]any{"least": least, "length": length}}
}

// TooSoon says: The cadence was changed lately and stays for {{count}} cycles, until {{until}}.
func TooSoon(count int, until string) *contract.Reason {
	message := "The cadence was changed lately and stays for " + strconv.Itoa(count) + " cycles, until " + until + "."
	if count == 1 {
		message = "The cadence was changed lately and stays for " + strconv.Itoa(count) + " cycle, until " + until + "."
	}
	return &contract.Reason{Code: CodeTooSoon, Message: message, Params: map[string]any{"count": count, "until": until}}
}

// ToRevisit says: “{{decision}}” was to be looked at again on {{on}}. Would you decide the same today?
func ToRevisit(decision string, on string) *contract.Reason {
	return &contract.Reason{Code: CodeToRevisit, Message: "“" + decision + "” was to be looked at again on " + on + ". Would you decide the same today?", Params: map[string]any{"decision": decision, "on": on}}
}

// TruthAsNumber says: {{word}} gives a truth value, which is only used in condition ? x : y
func TruthAsNumber(word string) *contract.Reason {
	return &contract.Reason{Code: CodeTruthAsNumber, Message: word + " gives a truth value, which is only used in condition ? x : y", Params: map[string]any{"word": word}}
}

// TruthTurned says: {{word}} gives a truth value; to turn a comparison round write not (x > y)
func TruthTurned(word string) *contract.Reason {
	return &contract.Reason{Code: CodeTruthTurned, Message: word + " gives a truth value; to turn a comparison round write not (x > y)", Params: map[string]any{"word": word}}
}

// Unexplained says: It is {{status}} in {{period}} and nobody has said why.
func Unexplained(status string, period string) *contract.Reason {
	return &contract.Reason{Code: CodeUnexplained, Message: "It is " + status + " in " + period + " and nobody has said why.", Params: map[string]any{"status": status, "period": period}}
}

// UnexplainedSignal says: “{{kpi}}” is outside of its usual variation in {{period}} and nobody has said why. What is the cause, and by when does it recover?
func UnexplainedSignal(kpi string, period string) *contract.Reason {
	return &contract.Reason{Code: CodeUnexplainedSignal, Message: "“" + kpi + "” is outside of its usual variation in " + period + " and nobody has said why. What is the cause, and by when does it recover?", Params: map[string]any{"kpi": kpi, "period": period}}
}

// UnexplainedStatus says: “{{kpi}}” is {{status}} in {{period}} and nobody has said why. What is the cause, and by when does it recover?
func UnexplainedStatus(kpi string, status string, period string) *contract.Reason {
	return &contract.Reason{Code: CodeUnexplainedStatus, Message: "“" + kpi + "” is " + status + " in " + period + " and nobody has said why. What is the cause, and by when does it recover?", Params: map[string]any{"kpi": kpi, "status": status, "period": period}}
}

// UnitBelowItself says: units form a forest, but this one is below itself: {{path}}
func UnitBelowItself(path string) *contract.Reason {
	return &contract.Reason{Code: CodeUnitBelowItself, Message: "units form a forest, but this one is below itself: " + path, Params: map[string]any{"path": path}}
}

// UnitTwice says: the unit “{{name}}” stands here twice: keep one
func UnitTwice(name string) *contract.Reason {
	return &contract.Reason{Code: CodeUnitTwice, Message: "the unit “" + name + "” stands here twice: keep one", Params: map[string]any{"name": name}}
}

// UnknownKpi says: there is no KPI {{kpi}}
func UnknownKpi(kpi string) *contract.Reason {
	return &contract.Reason{Code: CodeUnknownKpi, Message: "there is no KPI " + kpi, Params: map[string]any{"kpi": kpi}}
}

// UnknownLevel says: The scale names the level “{{level}}”, which the scheme doesn't have.
func UnknownLevel(level string) *contract.Reason {
	return &contract.Reason{Code: CodeUnknownLevel, Message: "The scale names the level “" + level + "”, which the scheme doesn't have.", Params: map[string]any{"level": level}}
}

// Unplanned says: It is {{status}} in {{period}} and has no recovery plan yet.
func Unplanned(status string, period string) *contract.Reason {
	return &contract.Reason{Code: CodeUnplanned, Message: "It is " + status + " in " + period + " and has no recovery plan yet.", Params: map[string]any{"status": status, "period": period}}
}

// Unsigned says: You sit on one of its committees and haven't signed version {{version}}.
func Unsigned(version int) *contract.Reason {
	return &contract.Reason{Code: CodeUnsigned, Message: "You sit on one of its committees and haven't signed version " + strconv.Itoa(version) + ".", Params: map[string]any{"version": version}}
}

// UntilBeforeOther says: must be after that of the rule before, {{until}}
func UntilBeforeOther(until string) *contract.Reason {
	return &contract.Reason{Code: CodeUntilBeforeOther, Message: "must be after that of the rule before, " + until, Params: map[string]any{"until": until}}
}

// UntilBeforeStart says: must not be before its start, {{start}}
func UntilBeforeStart(start string) *contract.Reason {
	return &contract.Reason{Code: CodeUntilBeforeStart, Message: "must not be before its start, " + start, Params: map[string]any{"start": start}}
}

// WeightedMeanBy says: mean weighted by {{kpi}}
func WeightedMeanBy(kpi string) *contract.Reason {
	return &contract.Reason{Code: CodeWeightedMeanBy, Message: "mean weighted by " + kpi, Params: map[string]any{"kpi": kpi}}
}

// WeightOf says: Weight: {{kpi}}
func WeightOf(kpi string) *contract.Reason {
	return &contract.Reason{Code: CodeWeightOf, Message: "Weight: " + kpi, Params: map[string]any{"kpi": kpi}}
}

// Worst says: 0 at {{worst}}
func Worst(worst *contract.Threshold) *contract.Reason {
	return &contract.Reason{Code: CodeWorst, Message: "0 at " + threshold(worst), Params: map[string]any{"worst": amountOf(worst)}}
}

// WouldBreak says: this change would break {{kind}} “{{name}}”: {{cause}}
func WouldBreak(kind string, name string, cause *contract.Reason) *contract.Reason {
	return &contract.Reason{Code: cause.Code, Sentence: new("wouldBreak"), Message: "this change would break " + kind + " “" + name + "”: " + cause.Message, Params: map[string]any{"kind": kind, "name": name}, Cause: cause}
}

// YearOutOfRange says: years go from {{first}} to {{last}}
func YearOutOfRange(first string, last string) *contract.Reason {
	return &contract.Reason{Code: CodeYearOutOfRange, Message: "years go from " + first + " to " + last, Params: map[string]any{"first": first, "last": last}}
}

// YtdOf says: ytd of {{kpi}}
func YtdOf(kpi string) *contract.Reason {
	return &contract.Reason{Code: CodeYtdOf, Message: "ytd of " + kpi, Params: map[string]any{"kpi": kpi}}
}
