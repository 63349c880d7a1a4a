import {assess} from '../../../source/assessment/assess.ts';
import {type Decisions, noDecisions} from '../../../source/assessment/decisions.ts';
import {waiverNotices} from '../../../source/assessment/waiver-notices.ts';
import {controls} from '../../../source/controls/index.ts';
import {buildCheckDocument, type CheckDocument} from '../../../source/report/check/check-document.ts';
import {checkNotices} from '../../../source/report/check/check-notices.ts';
import {policyOf} from '../../../source/report/policy/document-policy.ts';
import {makeSafe} from '../../../source/terminal/make-safe.ts';
import type {Attestation} from '../../../source/types/assessment.ts';
import type {Facts} from '../../../source/types/facts.ts';
import {defaultPolicy, type Policy} from '../../../source/types/policy.ts';
import {type Profile, unansweredProfile} from '../../../source/types/profile.ts';
import type {Target} from '../../../source/types/target.ts';
import {now} from '../../support/facts-builders.ts';

export const live: Exclude<Target, {kind: 'byHand'}> = {
	kind: 'live',
	region: 'us',
	organizationId: '7654321',
	name: makeSafe('Acme'),
};

export const simulated: Exclude<Target, {kind: 'byHand'}> = {
	kind: 'simulated',
	organizationId: '4410022',
	name: makeSafe('Corp Example'),
};

/** The document of a check on these facts. */
export function makeDocument(
	facts: Facts,
	more: {
		profile?: Partial<Profile>;
		attestations?: readonly Attestation[];
		decisions?: Decisions;
		policy?: Policy;
		target?: typeof live;
		only?: readonly string[];
	} = {},
): CheckDocument {
	const chosen = controls.filter(({id}) => more.only?.includes(id) ?? true);
	const target = more.target ?? live;
	const policy = more.policy ?? defaultPolicy;
	const decisions = more.decisions ?? noDecisions;
	const assessment = assess({
		facts,
		controls: chosen,
		profile: {...unansweredProfile, ...more.profile},
		policy,
		attestations: more.attestations ?? [],
		decisions,
		now,
	});
	return buildCheckDocument({
		assessment,
		policy: policyOf(policy),
		facts,
		rules: controls.flatMap(({rules}) => rules),
		target,
		baseUrl: target.kind === 'live' ? 'https://mixpanel.com' : 'http://127.0.0.1:4711',
		tool: {name: 'mixpanel-harden', version: '0.1.0'},
		guide: {version: '0.1.0', updated: '2025-02-05', maturity: 'draft'},
		notices: checkNotices(waiverNotices(assessment, decisions, {now, policy, facts})),
		startedAt: new Date(now.getTime() - 4000),
		finishedAt: now,
	});
}
