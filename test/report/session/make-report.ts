import {assess} from '../../../source/assessment/assess.ts';
import {guideDocument} from '../../../source/controls/guide/index.ts';
import {controls} from '../../../source/controls/index.ts';
import {buildReport, type ReportInput} from '../../../source/report/session/build-report.ts';
import type {ReportDocument} from '../../../source/report/session/report-document.ts';
import {emptySession} from '../../../source/session/fold.ts';
import {makeSafe} from '../../../source/terminal/make-safe.ts';
import type {Change} from '../../../source/types/change.ts';
import type {Facts} from '../../../source/types/facts.ts';
import {defaultPolicy} from '../../../source/types/policy.ts';
import {unansweredProfile} from '../../../source/types/profile.ts';
import type {AssessmentRecord, SessionState} from '../../../source/types/session.ts';
import {
	account,
	attestation,
	daysAgo,
	failed,
	hardenedFacts,
	now,
	ownAccount,
	project,
	property,
	read,
	team,
	user,
	users,
} from '../../support/facts-builders.ts';
import {live} from '../check/make-document.ts';

/** A report on these facts and this session, or on the session's last record alone where `facts` is null. */
export function makeReport(
	facts: Facts | null,
	more: {state?: Partial<SessionState>; target?: ReportInput['target']; changed?: Partial<ReportInput>} = {},
): ReportDocument {
	const state: SessionState = {...emptySession, ...more.state};
	return buildReport({
		verdicts:
			facts === null
				? {from: 'record', note: 'What was read was not kept.'}
				: {
						from: 'facts',
						facts,
						at: daysAgo(0),
						note: null,
						assessment: assess({
							facts,
							controls,
							profile: state.profile,
							policy: defaultPolicy,
							attestations: state.attestations,
							decisions: state,
							now,
						}),
					},
		state,
		target: more.target ?? live,
		controls,
		guideDocument,
		policy: defaultPolicy,
		journal: {headHash: 'ab'.repeat(32), damaged: false, leftOutLines: 0},
		tool: {name: 'mixpanel-harden', version: '0.1.0'},
		now,
		...more.changed,
	});
}

export const record: AssessmentRecord = {
	level: 'L1',
	score: 0.42,
	decided: 7,
	of: 25,
	controls: [{id: '2.3', status: 'fail', basis: 'verified', reason: '4 Owners, 3 at most'}],
};

/** Facts in which every name from outside is `text`. */
export function factsNaming(text: string): Facts {
	const name = makeSafe(text);
	return {
		...hardenedFacts(),
		users: read({
			users: [...users(4, 2, 3), user('guest', 'owner', {name, email: name, id: text || 'guest'})],
		}),
		teams: read([{...team('team', 2), name}]),
		twoFactor: read({candidates: [{key: name, value: true}]}),
		serviceAccounts: read([
			ownAccount,
			account('etl', {username: name, expires: null, lastUsed: null, created: daysAgo(300)}),
		]),
		properties: read([
			{
				project: {...project('1'), name},
				read: read(
					[property('$email', {name}), property('phone', {name, id: `1:User:${text}`})],
					name || '-',
				),
			},
			{project: {...project('2'), name}, read: {...failed('denied', name || '-'), reason: name}},
		]),
	};
}

/** A session in which everything that people can write is `text`. */
export function sessionSaying(text: string): SessionState {
	const said = makeSafe(text);
	const signed = {by: said, at: daysAgo(2)};
	const resource = {type: 'service_account', id: text || '-', name: said} as const;
	const change: Change = {
		operation: 'op-1',
		fix: 'classify-property',
		control: '3.2',
		rule: 'pii-classified',
		resource,
		request: {method: 'PATCH', path: `/api/app/${text}`, body: JSON.stringify({name: text})},
		before: {sensitive: false, name: text},
		desired: {sensitive: true, [text]: text},
		undoes: null,
		...signed,
		outcome: 'applied',
		detail: said,
		settledAt: daysAgo(2),
	};
	return {
		...emptySession,
		person: said,
		training: {scenario: text, seed: 1},
		profile: {...unansweredProfile, domains: [`${text}.example`], plan: 'free'},
		ticked: new Set(['1.1.C1', text]),
		attestations: [
			attestation('audit-log-exported', 'pass', {by: said, seen: said}),
			attestation('service-account-register', 'fail', {
				by: said,
				seen: said,
				resource: {type: text, id: text},
			}),
			attestation(text, 'pass', {by: said, seen: said}),
		],
		notes: new Map([['1.1', [{text: said, at: daysAgo(1)}]]]),
		waivers: [
			{
				scope: {kind: 'control', control: '2.3'},
				waiver: 'accepted_risk',
				reason: said,
				owner: said,
				expires: '2027-02-01',
				...signed,
			},
			{
				scope: {kind: 'rule', rule: 'teams-in-use', ruleVersion: 9},
				waiver: 'disputed',
				reason: said,
				owner: said,
				expires: '2026-01-01',
				...signed,
			},
		],
		exemptions: [
			{
				rule: 'service-account-expiry',
				resource: {type: 'service_account', id: 'etl'},
				reason: said,
				owner: said,
				expires: '2027-02-01',
				...signed,
			},
		],
		register: [
			{
				rule: 'service-account-register',
				ruleVersion: 1,
				resource,
				fields: [{label: said, value: said}],
				...signed,
			},
		],
		confirmations: [{reading: 'two_factor', key: said, agrees: true, ...signed}],
		discrepancies: [{click: '1.1.C1', seen: said, ...signed}],
		parked: [{control: '1.1', click: text, waitingFor: said, what: said, until: text, ...signed}],
		changes: [change, {...change, operation: 'op-2', undoes: 'op-1', outcome: null, settledAt: null}],
		assessments: [{...record, at: daysAgo(9)}],
	};
}
