import type {Attestation} from '../../types/assessment.ts';
import type {RegisterEntry} from '../../types/decision.ts';
import {code, prose} from './markdown-text.ts';
import type {ReportExemption, ReportRule, ReportWaiver} from './report-document.ts';
import {moment, statusWords, waiverWords} from './report-words.ts';

/** What people said and decided about a rule, one line each. */
export function decisionLines({
	attestations,
	waivers,
	exemptions,
	register,
}: Pick<ReportRule, 'attestations' | 'waivers' | 'exemptions' | 'register'>): readonly string[] {
	return [
		...attestations.map(attestationLine),
		...waivers.map(waiverLine),
		...exemptions.map(exemptionLine),
		...register.map(registerLine),
	];
}

/** `- Waiver (risk accepted) …`: reason, owner, end, and whether it counts. */
export function waiverLine({waiver, reason, owner, expires, by, at, lapse}: ReportWaiver): string {
	return `- Waiver (${waiverWords[waiver]}) until ${prose(expires)}: ${prose(reason)} · owner ${code(owner)} · given by ${code(by)} on ${prose(moment(at))} · ${lapse === null ? 'in force' : prose(lapse)}`;
}

function attestationLine({
	question,
	resource,
	status,
	by,
	observedOn,
	seen,
	ruleVersion,
	at,
}: Attestation): string {
	const about = resource === null ? '' : ` on ${prose(resource.type)} ${code(resource.id)}`;
	return `- Said by ${code(by)}${about}: ${statusWords[status]}${question === undefined ? '' : ` · asked: “${prose(question)}”`} · observed on ${prose(observedOn)} · saw: ${seen === '' ? 'nothing written down' : prose(seen)} · recorded ${prose(moment(at))}, rule version ${ruleVersion}`;
}

function exemptionLine({resource, reason, owner, expires, by, at, lapse}: ReportExemption): string {
	return `- Exemption of ${resource.type} ${code(resource.id)} until ${prose(expires)}: ${prose(reason)} · owner ${code(owner)} · given by ${code(by)} on ${prose(moment(at))} · ${lapse === null ? 'in force' : prose(lapse)}`;
}

function registerLine({resource, fields, by, at}: RegisterEntry): string {
	const written = fields.map(({label, value}) => `${prose(label)} ${code(value)}`).join(', ');
	return `- Register: ${resource.type} ${code(resource.id)}: ${written === '' ? 'nothing written down' : written} · by ${code(by)} on ${prose(moment(at))}`;
}
