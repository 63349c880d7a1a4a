import {rulePolicyWords} from '../../assessment/policy-words.ts';
import {shownId} from '../../terminal/shown-id.ts';
import type {ControlResult, RuleResult, Waiver} from '../../types/assessment.ts';
import {aboutRun} from './about-run.ts';
import {ageOfRead} from './age-of-read.ts';
import type {CheckDocument} from './check-document.ts';
import {remediationWords} from './remediation-words.ts';
import {type Attributes, element} from './xml-text.ts';

type Outcome = {readonly kind: 'passed' | 'failure' | 'error' | 'skipped'; readonly message: string};

/**
The document as JUnit XML: a suite for each control, a case for each rule. Red exactly where `--fail-on unknown` would
be: a failure is an unwaived required rule of the level that fails, an error one that could not be read. All else
that did not pass is skipped and says why. Holds to the stricter of the schemas in use (elements in order, times
without a zone, in UTC).
*/
export function renderCheckJunit(document: CheckDocument): string {
	const suites = document.controls.flatMap((control, index) => suite(control, index, document));
	return `${['<?xml version="1.0" encoding="UTF-8"?>', ...element('testsuites', {}, suites)].join('\n')}\n`;
}

function suite(control: ControlResult, index: number, document: CheckDocument): readonly string[] {
	const {target, finishedAt} = document;
	const cases = control.rules.map(rule => ({rule, outcome: outcomeOf(rule, control, document)}));
	const count = (kind: Outcome['kind']): number => cases.filter(({outcome}) => outcome.kind === kind).length;
	const marked = target.simulated ? ' (TRAINING)' : '';
	return element(
		'testsuite',
		{
			name: `${control.id} ${control.title}${marked}`,
			package: `mixpanel-harden.${control.slug}`,
			id: index,
			timestamp: finishedAt.replace(/Z$/u, ''),
			hostname: new URL(target.baseUrl).hostname,
			tests: cases.length,
			failures: count('failure'),
			errors: count('error'),
			skipped: count('skipped'),
			time: 0,
		},
		[
			...element(
				'properties',
				{},
				[
					...aboutRun(document).map(({key, value}) => ({name: key, value})),
					{name: 'control_status', value: control.status},
					{name: 'control_basis', value: control.basis ?? 'none'},
				].flatMap(property => element('property', property)),
			),
			...cases.flatMap(({rule, outcome}) =>
				element(
					'testcase',
					{name: rule.id, classname: `mixpanel-harden.${control.slug}`, time: 0},
					outcomeLines(outcome, rule, document),
				),
			),
			...element(
				'system-out',
				{},
				[
					control.reason,
					...control.rules.flatMap(rule => [known(rule, document), ...byPolicy(rule, document)]),
				].join('\n'),
			),
			...element('system-err', {}, ''),
		],
	);
}

/** How each verdict is known: a case that passed has no room for it. */
function known(rule: RuleResult, document: CheckDocument): string {
	const {id, status, basis, grade} = rule;
	return `${id}: ${status}, basis ${basis ?? 'none'}${ageOfRead(rule, document)}, grade of the read ${grade ?? 'none'}`;
}

function outcomeLines(
	{kind, message}: Outcome,
	rule: RuleResult,
	document: CheckDocument,
): readonly string[] {
	if (kind === 'passed') {
		return [];
	}

	const given: Attributes = {
		message,
		type: kind === 'skipped' ? undefined : (rule.reasonCode ?? rule.status),
	};
	return element(kind, given, kind === 'skipped' ? [] : detail(rule, document));
}

function outcomeOf(rule: RuleResult, control: ControlResult, {profile}: CheckDocument): Outcome {
	const {status} = rule;
	const said =
		status === 'manual' ? `by hand: ${rule.reason}` : `${status.replace('_', ' ')}: ${rule.reason}`;
	const skipped = (why: string): Outcome => ({kind: 'skipped', message: `${why}${said}`});
	const waiver = rule.waiver ?? control.waiver;
	if (!control.inProfile) {
		return skipped(`Not in level ${profile}. `);
	}

	if (status === 'pass') {
		return {kind: 'passed', message: ''};
	}

	if (status === 'manual' || status === 'not_applicable') {
		return skipped(waiver === null ? '' : waiverWords(waiver));
	}

	if (waiver !== null) {
		return skipped(waiverWords(waiver));
	}

	if (!rule.required) {
		return skipped('Advice, not required. ');
	}

	return {kind: status === 'fail' ? 'failure' : 'error', message: rule.reason};
}

function waiverWords({kind, reason, owner, expires}: Waiver): string {
	return `Waived until ${expires} (${kind.replace('_', ' ')}) by ${owner}: ${reason}. `;
}

function byPolicy(rule: RuleResult, {policy}: CheckDocument): readonly string[] {
	const words = rulePolicyWords(rule, policy.overrides);
	return words === null ? [] : [`${rule.id}: ${words}`];
}

function detail(rule: RuleResult, document: CheckDocument): string {
	return [
		`expected: ${rule.expected}`,
		`actual: ${rule.actual}`,
		...byPolicy(rule, document),
		`basis: ${rule.basis ?? 'none'}${ageOfRead(rule, document)}`,
		`grade of the read: ${rule.grade ?? 'none'}`,
		...rule.findings.map(
			({resource, message, remediation, exempted}) =>
				`- ${resource.type} ${resource.name} (${shownId(resource.id)}): ${message}${exempted ? ', exempted' : ''}, ${remediationWords(remediation)}`,
		),
		...rule.evidence.map(
			({source, detail: what, grade, observedAt, outcome}) =>
				`evidence: ${source}, ${what}, ${grade ?? 'no grade'}, ${observedAt}, ${outcome}`,
		),
	].join('\n');
}
