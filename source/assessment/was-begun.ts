import type {SessionState} from '../types/session.ts';

/** Whether a session holds something to come back to: an assessment, or anything a person decided or noted. */
export function wasBegun(session: SessionState): boolean {
	return (
		[
			session.assessments,
			session.attestations,
			session.waivers,
			session.exemptions,
			session.register,
			session.confirmations,
			session.parked,
			session.changes,
			session.discrepancies,
			session.assurances,
		].some(({length}) => length > 0) ||
		session.ticked.size > 0 ||
		session.notes.size > 0
	);
}
