import {effectiveProfile} from '../../../assessment/effective-profile.ts';
import {planExclusion} from '../../../assessment/plan-exclusion.ts';
import {
	keyRoleOf,
	prerequisiteStanding,
	type Standing,
	type StandingContext,
} from '../../../assessment/prerequisite-standing.ts';
import type {Span} from '../../lines/line.ts';
import {dim, type Line} from '../../lines/line.ts';
import {paragraph} from '../../lines/wrap.ts';
import type {AppState, Open} from '../../state/app-state.ts';
import type {Shown} from './control-frame.ts';

const marks: {readonly [Name in Standing]: Span} = {
	read: {text: '✔ read', tone: 'good'},
	said: {text: '✔ said', tone: 'good', italic: true},
	lacking: {text: '✖ lacking', tone: 'bad'},
	unknown: {text: '? open', tone: 'warn'},
	not_needed: {text: '– not here', tone: 'dim'},
};

const markWidth = 15;

/** The prerequisites of a control, each read, said, lacking or open, with how that is known and what the guide says wrongly. */
export function needLines(state: AppState, {control}: Shown, width: number): readonly Line[] {
	const {open} = state;
	const context = open === null ? null : standingContext(state, open);
	return control.prerequisites.flatMap(prerequisite => {
		const found = context === null ? null : prerequisiteStanding(prerequisite, context);
		const mark: Span = found === null ? dim('·') : marks[found.standing];
		const corrected = control.corrections.find(
			({line, kind}) => line === prerequisite.id && kind === 'wrong',
		);
		return [
			...paragraph(prerequisite.text, width, {
				indent: markWidth,
				lead: {...mark, text: `   ${mark.text}`},
				...(found?.standing === 'not_needed' ? {style: {tone: 'dim'}} : {}),
			}),
			...(corrected === undefined
				? []
				: paragraph(`No longer so. ${corrected.truth}`, width, {indent: markWidth, style: {tone: 'info'}})),
			...paragraph((found?.reasons ?? []).join(' '), width, {indent: markWidth, style: {tone: 'dim'}}),
		];
	});
}

function standingContext(state: AppState, open: Open): StandingContext {
	const {target, facts, session, assessment} = open;
	const rules = assessment.controls.flatMap(({rules: results}) => results);
	return {
		profile: effectiveProfile(session.profile, session.attestations, state.now),
		keyRole: target.kind === 'byHand' ? null : keyRoleOf(facts, target.organizationId),
		domain: rules.find(({id}) => id === 'domain-claim-published') ?? null,
	};
}

/** The rules of a control that the answered plan cannot keep, with the plan it takes and what helps instead. */
export function planLines(state: AppState, {control}: Shown, width: number): readonly Line[] {
	const profile = state.open?.session.profile;
	return profile === undefined
		? []
		: control.rules.flatMap(rule => {
				const excluded = planExclusion(rule, profile);
				return excluded === null
					? []
					: paragraph(`${rule.title}. ${excluded.reason}`, width, {
							indent: 5,
							lead: {text: '   –', tone: 'warn'},
						});
			});
}
