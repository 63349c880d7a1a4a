import type {Difference} from '../../assessment/compare-facts.ts';
import type {Facts} from '../../types/facts.ts';
import type {AssessmentRecord, ReportFormat} from '../../types/session.ts';

/** An assessment of the session; `at` null for how it stands now, not recorded as such. */
export type Assessed = AssessmentRecord & {readonly at: string | null};

/** What is different at Mixpanel between two assessments, or why that cannot be told. */
export type Differences =
	| {readonly kind: 'loading'}
	| {readonly kind: 'compared'; readonly differences: readonly Difference[]}
	| {readonly kind: 'none'; readonly why: string};

/** Names a file of facts in the session. */
export type FactsReference = NonNullable<AssessmentRecord['facts']>;

/** Facts that were kept with an assessment, or a sentence that says why there are none. */
export type KeptFacts =
	| {readonly facts: Facts; readonly why: null}
	| {readonly facts: null; readonly why: string};

/** A report in both formats, and where it would go: a folder that is there and names that are free in it. */
export type ReportTexts = {
	readonly markdown: string;
	readonly json: string;
	readonly folder: string;
	readonly names: {readonly [Format in ReportFormat]: string};
};

/** Section 5 with the verdicts as they stand. */
export type ComplianceScreen = {readonly kind: 'compliance'; readonly row: number; readonly past: number};

/** Advice beyond the guide. */
export type ExtrasScreen = {readonly kind: 'extras'; readonly row: number; readonly past: number};

/** Assessments over time and changes made. `marked`: the assessment to compare with, null for none. */
export type HistoryScreen = {
	readonly kind: 'history';
	readonly row: number;
	readonly past: number;
	readonly marked: Assessed | null;
};

/** Rows move as assessments are recorded, so a mark goes by the moment. */
export function isMarked({marked}: HistoryScreen, {at}: Assessed): boolean {
	return marked !== null && marked.at === at;
}

/** Two assessments held against each other; a text, scrolled by line. */
export type ComparisonScreen = {
	readonly kind: 'comparison';
	readonly row: number;
	readonly before: Assessed;
	readonly after: Assessed;
	readonly differences: Differences;
};

/** The report as it will be saved; `texts` null while it is being written. */
export type ReportScreen = {
	readonly kind: 'report';
	readonly row: number;
	readonly format: ReportFormat;
	readonly texts: ReportTexts | null;
};

/** The places beside the controls. */
export type PlaceScreen = ComplianceScreen | ExtrasScreen | HistoryScreen | ComparisonScreen | ReportScreen;
