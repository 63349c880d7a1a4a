import type {Assessment, ControlResult} from '../types/assessment.ts';
import type {Control, Mapping} from '../types/control.ts';
import type {Level} from '../types/verdict.ts';
import {judgeRule, type RuleContext} from './assess-rule.ts';
import {controlVerdict} from './control-verdict.ts';
import {noDecisions} from './decisions.ts';
import {effectiveProfile} from './effective-profile.ts';
import {progressOf, summarize} from './summarize.ts';
import {waiveControl} from './waivers.ts';

/** The parts of a control that a verdict needs. */
export type AssessedControl = Pick<
	Control,
	'id' | 'slug' | 'title' | 'section' | 'level' | 'mappings' | 'rules'
>;

/** What an organization is judged by: all nine controls, or those asked for, and what `RuleContext` names. */
export type AssessInput = RuleContext & {readonly controls: readonly AssessedControl[]};

/** The verdict on an organization: pure, and the same for the same input. */
export function assess(input: AssessInput): Assessment {
	const {controls, ...context} = input;
	const profile = effectiveProfile(input.profile, input.attestations, input.now);
	const results = controls.map(control => assessControl(control, {...context, profile}));
	return {
		profile: profile.level,
		summary: summarize(results),
		progress: progressOf(results),
		controls: results,
	};
}

function assessControl(control: AssessedControl, context: Omit<AssessInput, 'controls'>): ControlResult {
	const judged = control.rules.map(rule => judgeRule(rule, context));
	return {
		id: control.id,
		slug: control.slug,
		title: control.title,
		section: control.section,
		level: control.level,
		inProfile: isInProfile(control.level, context.profile.level),
		...waiveControl(control.id, controlVerdict(judged), {
			waivers: context.decisions?.waivers ?? noDecisions.waivers,
			now: context.now,
			policy: context.policy,
		}),
		frameworks: {
			cis: guideIds(control, 'cis'),
			nist80053: guideIds(control, 'nist80053'),
			soc2: guideIds(control, 'soc2'),
		},
		rules: judged.map(({result}) => result),
	};
}

/** L1 is part of L2, and L2 of L3. */
function isInProfile(control: AssessedControl['level'], profile: Level): boolean {
	return control === 'L1' || profile !== 'L1';
}

/** The mappings as the guide prints them; what we suggest beside them is not a mapping yet. */
function guideIds(control: AssessedControl, framework: Mapping['framework']): string[] {
	return control.mappings
		.filter(mapping => mapping.framework === framework && mapping.origin === 'guide')
		.map(mapping => mapping.id);
}
