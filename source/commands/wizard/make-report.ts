import {guideDocument} from '../../controls/guide/index.ts';
import {controls} from '../../controls/index.ts';
import {buildReport} from '../../report/session/build-report.ts';
import {renderReportJson} from '../../report/session/render-json.ts';
import {renderReportMarkdown} from '../../report/session/render-markdown.ts';
import type {Policy} from '../../types/policy.ts';
import type {Target} from '../../types/target.ts';
import {tool} from '../../types/tool.ts';
import type {Judged} from '../../ui/state/effect.ts';
import type {ReportTexts} from '../../ui/state/places.ts';
import {freePlaces} from '../files/free-places.ts';
import {sessionVerdicts} from '../opening/session-verdicts.ts';
import type {JournalSight} from './create-archive.ts';

/** The report of an open session in both formats, and where it would go. `directory` is the session's own folder. */
export async function makeReport(given: {
	/** Null to judge by what the last assessment kept. */
	readonly judged: Judged | null;
	readonly directory: string;
	readonly target: Target;
	readonly policy: Policy;
	readonly sight: JournalSight;
	readonly now: Date;
}): Promise<ReportTexts> {
	const {judged, directory, target, policy, sight, now} = given;
	const state = sight.state();
	const document = buildReport({
		verdicts:
			judged === null
				? await sessionVerdicts(state, {directory, byHand: target.kind === 'byHand', policy, now})
				: {from: 'facts', ...judged, note: null},
		state,
		target,
		controls,
		guideDocument,
		policy,
		journal: {
			headHash: sight.headHash(),
			damaged: sight.leftOut !== null,
			leftOutLines: sight.leftOut ?? 0,
		},
		tool,
		now,
	});
	const subject = target.kind === 'byHand' ? 'by-hand' : target.organizationId;
	return {
		markdown: renderReportMarkdown(document),
		json: renderReportJson(document),
		...(await freePlaces(`hardening-${subject}-${now.toISOString().slice(0, 10)}`)),
	};
}
