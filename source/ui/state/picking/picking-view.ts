import {pendingConfirmations} from '../../../assessment/pending-confirmations.ts';
import {keyOf} from '../../../assessment/resource-key.ts';
import {shownId} from '../../../terminal/shown-id.ts';
import type {RuleResult} from '../../../types/assessment.ts';
import type {ConfirmableReading} from '../../../types/decision.ts';
import type {AppState, Open} from '../app-state.ts';
import {exemptionWords, findingsOf, findingWords} from './finding-rows.ts';
import type {Picking, PickingView, PickRow} from './picking.ts';
import {registerView, ruleById} from './register-rows.ts';
import {waiversView} from './waiver-rows.ts';

/** The rows a person chooses among, as everything stands now. */
export function pickingView(state: AppState, open: Open, {of}: Picking): PickingView {
	switch (of.kind) {
		case 'findings': {
			return findingsView(state, open, of.rule);
		}

		case 'rows': {
			return registerView(state, open, of.rule);
		}

		case 'readings': {
			return readingsView(open, of.only);
		}

		case 'waivers': {
			return waiversView(state, open);
		}
	}
}

/** A rule's verdict by its id. */
export function resultById({assessment}: Open, id: string): RuleResult | null {
	return assessment.controls.flatMap(({rules}) => rules).find(rule => rule.id === id) ?? null;
}

function findingsView(state: AppState, open: Open, id: string): PickingView {
	const rule = resultById(open, id);
	const findings = rule === null ? [] : findingsOf(rule);
	const exempted = findings.filter(finding => finding.exempted === true).length;
	return {
		title: `Exempt from: ${ruleById(state, id)?.title ?? id}`,
		progress: `${exempted} of ${findings.length} exempted`,
		rows: findings.map(
			(finding): PickRow => ({
				key: keyOf(finding.resource),
				name: finding.resource.name,
				words: rule === null ? finding.message : findingWords(rule, finding),
				state: finding.exempted === true ? 'done' : 'open',
				detail: [
					`${finding.resource.type.replaceAll('_', ' ')} ${shownId(finding.resource.id)}: ${finding.message}`,
					...[rule === null ? null : exemptionWords(rule, finding)].filter(words => words !== null),
				],
			}),
		),
		none: 'This rule has no finding any more.',
		canMark: true,
	};
}

const readingNames: {readonly [Name in ConfirmableReading]: string} = {
	two_factor: 'Two-factor for the organization',
	users: 'Owners and Admins',
	teams: 'Teams',
	service_account_roles: 'Roles of service accounts',
	data_views: 'Data views',
};

function readingsView(open: Open, only: readonly ConfirmableReading[] | null): PickingView {
	const pending = pendingConfirmations(open.facts, open.session).filter(
		({reading}) => only === null || only.includes(reading),
	);
	return {
		title: 'Compare once with your own screen',
		progress: `${pending.length} to compare`,
		rows: pending.map(
			({reading, sentence}): PickRow => ({
				key: reading,
				name: readingNames[reading],
				words: '',
				state: 'open',
				detail: [sentence],
			}),
		),
		none: 'Nothing that was read waits to be compared.',
		canMark: false,
	};
}
