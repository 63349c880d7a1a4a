import type {Attestation, RuleResult} from '../types/assessment.ts';
import type {Evidence} from '../types/facts.ts';
import type {Rule} from '../types/rule.ts';
import {validityOf} from './attestation-validity.ts';
import type {JudgedRule} from './measured-result.ts';
import {sight} from './sight.ts';

const said: {readonly [Name in Attestation['status']]: string} = {
	pass: 'it is so',
	fail: 'it is not so',
	not_applicable: 'it does not apply',
};

/**
A person's word laid over what was measured (contract §2). It decides only where the measurement is unknown or manual,
and keeps that beside it; past its validity it asks again; a reliable read stands, and names whose word it contradicts.
*/
export function overlayAttestation(
	judged: JudgedRule,
	rule: Rule,
	attestation: Attestation,
	now: Date,
): JudgedRule {
	const {result} = judged;
	const validity = validityOf(attestation, rule, now);
	if (result.status === 'not_applicable') {
		return judged;
	}

	if (result.status === 'pass' || result.status === 'fail') {
		return validity.kind === 'unusable' || attestation.status === result.status
			? judged
			: withReason(judged, `${result.reason} This contradicts ${whoSaid(attestation)}.`);
	}

	switch (validity.kind) {
		case 'unusable': {
			return withReason(
				judged,
				`${result.reason} The answer of ${attestation.by} no longer counts: ${validity.why}. Please answer again.`,
			);
		}

		case 'stale': {
			return {
				short: judged.short,
				result: {
					...result,
					...inFront(result, attestation),
					status: 'manual',
					reasonCode: 'stale',
					reason: `What ${attestation.by} said on ${attestation.observedOn} held for ${validity.validDays} days. Look again.`,
				},
			};
		}

		case 'holds': {
			return {
				short: `not so: ${rule.title}`,
				result: {
					...result,
					...inFront(result, attestation),
					status: attestation.status,
					basis: 'attested',
					reasonCode: attestation.status === 'not_applicable' ? 'not_used' : null,
					grade: null,
					actual: sight(attestation),
					reason: `Said by ${attestation.by} on ${attestation.observedOn}: ${said[attestation.status]}.`,
				},
			};
		}
	}
}

function withReason(judged: JudgedRule, reason: string): JudgedRule {
	return {...judged, result: {...judged.result, reason}};
}

/** What was measured moves aside, and the person joins the evidence. */
function inFront(result: RuleResult, attestation: Attestation): Pick<RuleResult, 'measured' | 'evidence'> {
	const evidence: Evidence = {
		source: 'person',
		detail: sight(attestation),
		grade: null,
		observedAt: `${attestation.observedOn.slice(0, 10)}T00:00:00Z`,
		outcome: 'ok',
	};
	return {
		measured: {status: result.status, reasonCode: result.reasonCode},
		evidence: [...result.evidence, evidence],
	};
}

function whoSaid({by, observedOn, status}: Attestation): string {
	return `${by}, who said on ${observedOn} that ${said[status]}`;
}
