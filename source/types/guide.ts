import type {Correction} from './control.ts';

/** Everything in the guide that is not a control (guide.txt; guide-facts E, F, G). Our words; titles and figures as printed. */
export type GuideDocument = {
	readonly title: string;
	readonly version: string;
	/** ISO date. */
	readonly updated: string;
	readonly maturity: 'draft';
	/** `AI Drafted`, as the guide's badge says. */
	readonly badge: string;
	/** The line under the title. */
	readonly subject: string;
	readonly overview: string;
	readonly audience: readonly string[];
	readonly levels: readonly {readonly id: 'L1' | 'L2' | 'L3'; readonly name: string; readonly text: string}[];
	readonly levelsNote: string;
	readonly scope: string;
	readonly sections: readonly {readonly number: number; readonly title: string}[];
	readonly compliance: Compliance;
	readonly references: readonly ReferenceGroup[];
	readonly incident: Incident;
	readonly changelog: readonly ChangelogEntry[];
	/** Corrections of the guide outside the nine controls. */
	readonly corrections: readonly Correction[];
	readonly contributing: string;
	readonly extras: readonly Extra[];
	/** Questions only a live organization can settle (guide-facts H). */
	readonly unproven: readonly string[];
};

export type ReferenceGroup = {
	readonly title: string;
	readonly items: readonly {readonly text: string; readonly url: string | null}[];
};

/** One row of section 5, as printed, with the suggestion beside it. */
export type ComplianceRow = {
	/** `CC6.1` or `IA-2(1)`. */
	readonly framework: string;
	readonly title: string;
	/** The guide's words for the control: `SSO/2FA`. */
	readonly printedControl: string;
	readonly guideSection: string;
	readonly suggestedSections: readonly string[];
	readonly judgement: string;
};

export type Compliance = {
	readonly soc2: readonly ComplianceRow[];
	readonly nist80053: readonly ComplianceRow[];
	/** What the guide's quick reference leaves out. */
	readonly leftOut: string;
};

export type Incident = {
	/** What the guide says. */
	readonly guideSays: string;
	readonly summary: string;
	readonly timeline: readonly {readonly date: string; readonly text: string; readonly source: string}[];
	readonly customersControlled: readonly string[];
	readonly customersCouldNot: readonly string[];
	readonly disputed: readonly string[];
	readonly note: string;
};

export type ChangelogEntry = {
	readonly date: string;
	readonly version: string;
	readonly maturity: string;
	readonly changes: string;
	readonly author: string;
};

/** A hardening option the guide misses (guide-facts G): advice, never scored. */
export type Extra = {
	/** `G1` … `G22`. */
	readonly id: string;
	readonly title: string;
	readonly where: string;
	readonly plan: string | null;
	readonly why: string;
};
