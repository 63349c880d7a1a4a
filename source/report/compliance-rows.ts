import type {ControlResult} from '../types/assessment.ts';
import type {Control, ControlId, Mapping} from '../types/control.ts';
import type {ComplianceRow, GuideDocument} from '../types/guide.ts';
import type {Status} from '../types/verdict.ts';

export type Framework = Mapping['framework'];

/** A control of the guide with what the assessment says of it; `status` null where it says nothing. */
export type LiveSection = {
	/** `1.1`. */
	readonly section: string;
	/** Null for a section that is no control. */
	readonly title: string | null;
	readonly status: Status | null;
	readonly basis: ControlResult['basis'];
	readonly inProfile: boolean;
};

/** One reference of a framework: where the guide puts it as printed, and where it fits by its words. */
export type ComplianceView = {
	readonly framework: Framework;
	/** `CC6.1`. */
	readonly id: string;
	readonly title: string;
	/** The guide's words for the control in section 5, `SSO/2FA`; null where only a control names the reference. */
	readonly printedControl: string | null;
	/** Sections as the guide prints them. */
	readonly printed: readonly LiveSection[];
	/** Sections as we suggest them. */
	readonly suggested: readonly LiveSection[];
	readonly judgement: string;
};

/** The verdicts a view needs; an `Assessment` is one, and so is the record of one. */
export type Verdicts = {
	readonly controls: readonly (Pick<ControlResult, 'id' | 'status' | 'basis'> & {
		readonly inProfile?: boolean;
	})[];
};

/**
Section 5 with live status: SOC 2 and NIST 800-53 from the guide's quick reference, CIS, which that leaves out, from
the controls. In the order printed. `assessment` null before the first one.
*/
export function complianceRows(
	assessment: Verdicts | null,
	controls: readonly Control[],
	guideDocument: Pick<GuideDocument, 'compliance'>,
): readonly ComplianceView[] {
	const live = (section: string): LiveSection => {
		const control = controls.find(({id}) => id === section);
		const result = assessment?.controls.find(({id}) => id === section);
		return {
			section,
			title: control?.shortTitle ?? null,
			status: result?.status ?? null,
			basis: result?.basis ?? null,
			inProfile: result?.inProfile ?? result !== undefined,
		};
	};

	const {soc2, nist80053} = guideDocument.compliance;
	return [
		...soc2.map(row => fromTable('soc2', row, live)),
		...nist80053.map(row => fromTable('nist80053', row, live)),
		...fromControls('cis', controls, live),
	];
}

type Live = (section: string) => LiveSection;

function fromTable(framework: Framework, row: ComplianceRow, live: Live): ComplianceView {
	return {
		framework,
		id: row.framework,
		title: row.title,
		printedControl: row.printedControl,
		printed: [live(row.guideSection)],
		suggested: row.suggestedSections.map(live),
		judgement: row.judgement,
	};
}

function fromControls(framework: Framework, controls: readonly Control[], live: Live): ComplianceView[] {
	const named = controls.flatMap(control =>
		control.mappings
			.filter(mapping => mapping.framework === framework)
			.map(mapping => ({control: control.id, mapping})),
	);
	return [...Map.groupBy(named, ({mapping}) => mapping.id)].map(([id, uses]) => {
		const printed = uses.filter(({mapping}) => mapping.origin === 'guide');
		// What fits where the guide has it needs no other place.
		const suggested = uses.filter(({mapping: {origin, fit}}) => origin === 'suggested' || isFitting(fit));
		return {
			framework,
			id,
			title: uses[0]?.mapping.title ?? '',
			printedControl: null,
			printed: printed.map(({control}) => live(control)),
			suggested: suggested.map(({control}) => live(control)),
			judgement: judge(printed),
		};
	});
}

function isFitting(fit: Mapping['fit']): boolean {
	return fit === 'good' || fit === 'fair';
}

const fits: {readonly [Name in NonNullable<Mapping['fit']>]: string} = {
	good: 'fits',
	fair: 'fits fairly well',
	partial: 'fits in part',
	weak: 'fits weakly',
	mismatch: 'does not fit',
};

function judge(printed: readonly {readonly control: ControlId; readonly mapping: Mapping}[]): string {
	const said = printed.flatMap(({control, mapping: {fit}}) =>
		fit === null ? [] : [`${control} ${fits[fit]}`],
	);
	return said.length === 0 ? 'Not in the guide; our suggestion.' : `As the guide has it: ${said.join(', ')}.`;
}
