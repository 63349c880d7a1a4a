import {foldAll} from '../../source/session/fold.ts';
import {makeSafe} from '../../source/terminal/make-safe.ts';
import type {ChangeIntent} from '../../source/types/change.ts';
import type {ControlId} from '../../source/types/control.ts';
import type {AssessmentRecord, SessionEvent, SessionState} from '../../source/types/session.ts';
import type {Status} from '../../source/types/verdict.ts';
import type {ReportTexts} from '../../source/ui/state/places.ts';
import {now} from './world.ts';

const day = 86_400_000;

/** A record of an assessment in which 2.3 and 3.1 had these verdicts. */
export function assessed(score: number, ...[admins, accounts]: readonly [Status, Status]): AssessmentRecord {
	return {
		level: 'L1',
		score,
		decided: Math.round(score * 27),
		of: 27,
		controls: [
			{id: '2.3', status: admins, basis: 'verified', reason: ''},
			{id: '3.1', status: accounts, basis: 'verified', reason: ''},
			...as('manual', '1.1', '1.2', '1.3', '2.2', '4.1'),
			...as('fail', '2.1', '3.2'),
		],
		facts: {file: `${score}.json`, sha256: String(score)},
	};
}

function as(status: Status, ...ids: readonly ControlId[]): AssessmentRecord['controls'] {
	return ids.map(id => ({id, status, basis: null, reason: ''}));
}

const classified: ChangeIntent = {
	operation: 'op-1',
	fix: 'classify-property',
	control: '3.2',
	rule: 'pii-classified',
	resource: {type: 'property', id: '9100001/User/$email', name: makeSafe('$email')},
	request: {
		method: 'PATCH',
		path: '/api/app/projects/9100001/data-definitions/properties',
		body: '{"name":"$email","resourceType":"User","sensitive":true}',
	},
	before: {sensitive: false},
	desired: {sensitive: true},
	undoes: null,
	by: makeSafe('Ana'),
};

/** A session of three weeks: four assessments a week apart, the latest a week ago, and one change that can be taken back. */
export function oldSession(): SessionState {
	const events: readonly (readonly [number, SessionEvent])[] = [
		[29, {type: 'person_named', name: makeSafe('Ana')}],
		[29, {type: 'assessment_recorded', assessment: assessed(0.1, 'fail', 'fail')}],
		[22, {type: 'assessment_recorded', assessment: assessed(0.3, 'fail', 'fail')}],
		[20, {type: 'change_intended', intent: classified}],
		[
			20,
			{
				type: 'change_settled',
				operation: 'op-1',
				outcome: 'applied',
				detail: makeSafe('Read back: classified.'),
			},
		],
		[15, {type: 'assessment_recorded', assessment: assessed(0.6, 'pass', 'fail')}],
		[8, {type: 'assessment_recorded', assessment: assessed(1, 'pass', 'pass')}],
	];
	return foldAll(
		events.map(([days, event]) => ({at: new Date(now.getTime() - days * day).toISOString(), event})),
	);
}

/** A report of many lines. */
export const texts: ReportTexts = {
	markdown: `# Mixpanel hardening report\n\n${Array.from({length: 3000}, (_, index) => `- Line ${index + 1} of the report, with words enough to need two rows where there is little room for them`).join('\n')}\n`,
	json: '{\n  "schemaVersion": "1"\n}\n',
	folder: '/home/ana',
	names: {markdown: 'hardening-1-2026-11-24.md', json: 'hardening-1-2026-11-24.json'},
};

/** What the latest assessment of the old session kept. */
export const lastWeek = [{file: '1.json', sha256: '1'}];
