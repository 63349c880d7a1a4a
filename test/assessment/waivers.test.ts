import assert from 'node:assert/strict';
import {describe, test} from 'node:test';
import fc from 'fast-check';
import {nextControl, openControls} from '../../source/assessment/next-control.ts';
import {waiverNotices} from '../../source/assessment/waiver-notices.ts';
import {controls} from '../../source/controls/index.ts';
import {exitCodeOf} from '../../source/report/check/exit-code.ts';
import type {Assessment} from '../../source/types/assessment.ts';
import type {WaiverRecord} from '../../source/types/decision.ts';
import {defaultPolicy} from '../../source/types/policy.ts';
import {anyDecisions, anyWaivers, dayAgo, decided, waiver} from '../support/decision-builders.ts';
import {anyAttestations, anyFacts, anyProfile} from '../support/facts-arbitraries.ts';
import {attestation, daysAgo, failed, hardenedFacts, now, read, users} from '../support/facts-builders.ts';
import {contextOf, controlIn, judgeOrganization, ruleIn, type Said} from '../support/judge-organization.ts';

const ids = controls.flatMap(({rules}) => rules.map(({id}) => id));
const tooMany = {...hardenedFacts(), users: read({users: users(4, 0, 9)})};

function judge(...waivers: WaiverRecord[]): Assessment {
	return judgeOrganization(tooMany, {decisions: decided({waivers})});
}

/** Everything answered for, so that only what a test breaks is open. */
function hardened(facts = tooMany, said: Said = {}): Assessment {
	return judgeOrganization(facts, {
		profile: {sso: 'disabled'},
		attestations: ids.map(id => attestation(id, 'pass')),
		...said,
	});
}

describe('a waiver', () => {
	test('is laid over the rule, field by field, and the measured status stays', () => {
		const result = ruleIn(judge(waiver('owner-count')), 'owner-count');
		assert.deepEqual([result.status, result.basis, result.findings.length], ['fail', 'verified', 4]);
		assert.deepEqual(result.waiver, {
			kind: 'accepted_risk',
			reason: 'the migration ends in spring',
			owner: 'Ben',
			expires: '2026-12-24',
			by: 'Ana',
			at: '2026-11-19T10:00:00.000Z',
		});
	});

	test('keeps a failing rule from tripping the exit code, unless another one fails', () => {
		assert.equal(exitCodeOf(hardened(), 'fail'), 1);
		const waived = decided({waivers: [waiver('owner-count')]});
		assert.equal(exitCodeOf(hardened(tooMany, {decisions: waived}), 'manual'), 0);
		const worse = {...tooMany, teams: read([])};
		assert.equal(exitCodeOf(hardened(worse, {decisions: waived}), 'fail'), 1);
	});

	test('counts the rule as decided and not as passed', () => {
		const without = hardened();
		const waivers = [waiver('owner-count')];
		const {summary, progress} = hardened(tooMany, {decisions: decided({waivers})});
		assert.equal(summary.score, without.summary.score);
		assert.ok((summary.score ?? 1) < 1);
		assert.equal(progress.decided, progress.of);
		assert.equal(without.progress.decided, progress.of - 1);
		assert.deepEqual([summary.waived, summary.fail, without.summary.waived], [1, 1, 0]);
	});

	test('over a whole control covers all that is open in it', () => {
		const scope = {kind: 'control', control: '2.3'} as const;
		const decisions = decided({waivers: [waiver(scope)]});
		const assessment = judgeOrganization(tooMany, {decisions});
		const control = controlIn(assessment, '2.3');
		assert.deepEqual([control.status, control.waiver?.owner], ['fail', 'Ben']);
		assert.equal(assessment.summary.waived, 1);
		assert.equal(controlIn(assessment, '2.1').waiver, null);
		assert.equal(exitCodeOf(hardened(tooMany, {decisions}), 'manual'), 0);
	});

	test('takes its control from what is next', () => {
		assert.equal(nextControl(hardened(), now), '2.3');
		assert.equal(
			nextControl(hardened(tooMany, {decisions: decided({waivers: [waiver('owner-count')]})}), now),
			null,
		);
	});

	test('gives its control back to what is next when it ends soon, after all that nobody has decided', () => {
		const next = (given: WaiverRecord, facts = tooMany) =>
			openControls(hardened(facts, {decisions: decided({waivers: [given]})}), now);
		const long = {at: daysAgo(200)};
		assert.deepEqual(next(waiver('owner-count', {...long, expires: dayAgo(-31)})), []);
		assert.deepEqual(next(waiver('owner-count', {...long, expires: dayAgo(-29)})), ['2.3']);
		const short = {expires: dayAgo(-6)};
		assert.deepEqual(next(waiver('owner-count', {...short, at: daysAgo(1)})), []);
		assert.deepEqual(next(waiver('owner-count', {...short, at: daysAgo(8)})), ['2.3']);
		const control = waiver({kind: 'control', control: '2.3'}, {...long, expires: dayAgo(-3)});
		assert.deepEqual(next(control), ['2.3']);
		assert.deepEqual(next(control, {...tooMany, teams: read([])}), ['2.1', '2.3']);
	});

	test('covers what is unknown or by hand, too, and nothing that passes', () => {
		const facts = {...hardenedFacts(), teams: failed('denied')};
		const waivers = ['teams-in-use', 'sso-required', 'owner-count'].map(id => waiver(id));
		const assessment = judgeOrganization(facts, {decisions: decided({waivers})});
		const states = ['teams-in-use', 'sso-required', 'owner-count'].map(id => {
			const {status, waiver: applied} = ruleIn(assessment, id);
			return [status, applied !== null];
		});
		assert.deepEqual(states, [
			['unknown', true],
			['manual', true],
			['pass', false],
		]);
	});

	// What is odd about it, and what the result says.
	const refused: readonly (readonly [WaiverRecord, RegExp])[] = [
		[waiver('owner-count', {expires: dayAgo(1)}), /The waiver of Ben ended on 2026-11-23\.$/],
		[waiver('owner-count', {reason: ' '}), /does not count: it has no reason\.$/],
		[waiver('owner-count', {owner: ''}), /it has no owner\.$/],
		[waiver('owner-count', {by: ''}), /it has no name of who gave it\.$/],
		[waiver('owner-count', {expires: 'never'}), /its end is no date\.$/],
		[waiver('owner-count', {expires: '2026-02-30'}), /its end is no date\.$/],
		[waiver('owner-count', {at: 'once'}), /when it was given is unclear\.$/],
		[waiver('owner-count', {at: daysAgo(-3)}), /it was given on a day ahead\.$/],
		[waiver('owner-count', {expires: dayAgo(-361)}), /it was given for more than 365 days\.$/],
		[
			waiver({kind: 'rule', rule: 'owner-count', ruleVersion: 2}),
			/no longer counts: the rule has changed since\. Please decide again\.$/,
		],
	];
	for (const [record, why] of refused) {
		test(`is not applied and the rule says so: ${why.source}`, () => {
			const assessment = judge(record);
			const result = ruleIn(assessment, 'owner-count');
			assert.equal(result.waiver, null);
			assert.match(result.reason, why);
			assert.equal(assessment.summary.waived, 0);
		});
	}

	test('holds to the end of its last day and for a year at most', () => {
		const on = (expires: string) => ruleIn(judge(waiver('owner-count', {expires})), 'owner-count').waiver;
		assert.notEqual(on(dayAgo(0)), null);
		assert.notEqual(on(dayAgo(-360)), null);
		const shorter = judgeOrganization(tooMany, {
			decisions: decided({waivers: [waiver('owner-count', {expires: dayAgo(-26)})]}),
			policy: {waiverMaxDays: 30},
		});
		assert.match(ruleIn(shorter, 'owner-count').reason, /more than 30 days/);
		const longer = judgeOrganization(tooMany, {
			decisions: decided({waivers: [waiver('owner-count', {expires: dayAgo(-361)})]}),
			policy: {waiverMaxDays: 1000},
		});
		assert.equal(ruleIn(longer, 'owner-count').waiver, null);
	});

	test('that ended over a control says so in the reason of the control', () => {
		const scope = {kind: 'control', control: '2.3'} as const;
		const control = controlIn(judge(waiver(scope, {expires: dayAgo(1)})), '2.3');
		assert.equal(control.waiver, null);
		assert.equal(control.reason, '4 Owners, 3 at most. The waiver of Ben ended on 2026-11-23.');
	});
});

describe('what each waiver matched', () => {
	const notices = (...waivers: WaiverRecord[]) =>
		waiverNotices(judge(...waivers), decided({waivers}), {now, policy: defaultPolicy}).map(
			({state, rules, endsSoon, sentence}) => ({state, rules, endsSoon, sentence}),
		);

	test('is named, and so is what matched nothing', () => {
		const states = notices(
			waiver('owner-count', {expires: dayAgo(-200)}),
			waiver('teams-in-use'),
			waiver('no-such-rule'),
			waiver({kind: 'control', control: '2.3'}, {expires: dayAgo(-31)}),
			waiver('sso-required', {expires: dayAgo(2)}),
		);
		assert.deepEqual(
			states.map(({state, rules}) => [state, ...rules]),
			[
				['matched', 'owner-count'],
				['idle'],
				['unmatched'],
				[
					'matched',
					'owner-count',
					'admins-documented',
					'admins-strong-authentication',
					'admin-activity-monitored',
				],
				['lapsed'],
			],
		);
		assert.equal(states[0]?.sentence, 'The waiver of owner-count is in effect until 2027-06-12.');
		assert.equal(states[1]?.sentence, 'The waiver of teams-in-use has nothing to waive: it passes.');
		assert.equal(states[2]?.sentence, 'The waiver of no-such-rule matched nothing that was assessed.');
		assert.match(states[4]?.sentence ?? '', /is not applied\. The waiver of Ben ended on 2026-11-22\.$/);
	});

	test('those that end within 30 days are announced', () => {
		const ends = [0, 30, 31].map(days => notices(waiver('owner-count', {expires: dayAgo(-days)}))[0]);
		assert.deepEqual(
			ends.map(notice => notice?.endsSoon),
			[true, true, false],
		);
		assert.match(ends[0]?.sentence ?? '', /It ends today: renew it or mend what it covers\.$/);
		assert.match(ends[1]?.sentence ?? '', /It ends in 30 days: renew/);
	});
});

describe('the laws of waivers, for any organization', () => {
	const any = fc.record({
		facts: anyFacts,
		profile: anyProfile,
		attestations: anyAttestations(ids),
		decisions: anyDecisions,
	});

	test('a waiver never changes a status, a basis, a score or a finding', () => {
		fc.assert(
			fc.property(any, anyWaivers, ({facts, ...said}, waivers) => {
				const strip = (assessment: Assessment) => ({
					score: assessment.summary.score,
					rules: assessment.controls.flatMap(({rules}) =>
						rules.map(({id, status, basis, reasonCode, findings}) => ({
							id,
							status,
							basis,
							reasonCode,
							findings,
						})),
					),
					controls: assessment.controls.map(({status, basis}) => ({status, basis})),
				});
				const without = {...said, decisions: {...said.decisions, waivers: []}};
				const withThem = {...said, decisions: {...said.decisions, waivers}};
				assert.deepEqual(strip(judgeOrganization(facts, withThem)), strip(judgeOrganization(facts, without)));
			}),
		);
	});

	test('a waiver that ended is as good as none, but for the words', () => {
		fc.assert(
			fc.property(any, anyWaivers, ({facts, ...said}, waivers) => {
				const strip = ({controls: results, ...rest}: Assessment) => ({
					...rest,
					controls: results.map(({reason: _, rules, ...control}) => ({
						...control,
						rules: rules.map(({reason: _reason, ...rule}) => rule),
					})),
				});
				const ended = waivers.map(each => ({...each, expires: dayAgo(1), at: daysAgo(90)}));
				const withThem = {...said, decisions: {...said.decisions, waivers: ended}};
				const without = {...said, decisions: {...said.decisions, waivers: []}};
				assert.deepEqual(strip(judgeOrganization(facts, withThem)), strip(judgeOrganization(facts, without)));
			}),
		);
	});

	test('counts still add up, what passes is never waived, and each waiver has one notice', () => {
		fc.assert(
			fc.property(any, ({facts, ...said}) => {
				const assessment = judgeOrganization(facts, said);
				const {pass, fail, unknown, manual, not_applicable: none, total, waived} = assessment.summary;
				assert.equal(pass + fail + unknown + manual + none, total);
				assert.ok(waived <= total && assessment.progress.decided <= assessment.progress.of);
				for (const each of [...assessment.controls, ...assessment.controls.flatMap(({rules}) => rules)]) {
					assert.ok(each.waiver === null || !['pass', 'not_applicable'].includes(each.status));
				}

				const {waivers, exemptions} = said.decisions;
				const context = contextOf(facts, said);
				assert.equal(
					waiverNotices(assessment, said.decisions, context).length,
					waivers.length + exemptions.length,
				);
			}),
		);
	});
});
