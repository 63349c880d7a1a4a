import type {SessionEvent, SessionState} from '../../types/session.ts';
import {foldAll} from '../fold.ts';
import type {Answers} from './answers.ts';

/** The session as if the answers had been recorded in it at `now`: on the same question the file has the last word. */
export function layAnswersOver(state: SessionState, answers: Answers, now: Date): SessionState {
	const at = now.toISOString();
	return foldAll(
		eventsOf(answers).map(event => ({at, event})),
		state,
	);
}

function eventsOf(answers: Answers): readonly SessionEvent[] {
	const {profile, attestations, waivers, exemptions, registers, notes} = answers;
	return [
		{type: 'profile_answered', answers: profile},
		...attestations.map((attestation): SessionEvent => ({type: 'rule_attested', attestation})),
		...waivers.map((waiver): SessionEvent => ({type: 'waived', waiver})),
		...exemptions.map((exemption): SessionEvent => ({type: 'exempted', exemption})),
		...registers.map((entry): SessionEvent => ({type: 'registered', entry})),
		...notes.map(({control, text}): SessionEvent => ({type: 'note_written', control, text})),
	];
}
