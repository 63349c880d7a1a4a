import type {AuditLog, ImportedEvidence} from '../types/evidence-facts.ts';
import type {Evidence, Facts} from '../types/facts.ts';

/** The facts of files that a session took in as evidence, each observed when it was taken in. Pure. */
export function importedFacts(evidence: readonly ImportedEvidence[]): Facts {
	let facts: Facts = {};
	for (const each of evidence) {
		facts = {...facts, ...factOf(each)};
	}

	return facts;
}

function factOf(each: ImportedEvidence): Facts {
	switch (each.kind) {
		case 'audit_log': {
			return {auditLog: {outcome: 'ok', value: each.log, evidence: [seen('log', each)]}};
		}

		case 'saml_certificate': {
			return {
				samlCertificates: {
					outcome: 'ok',
					value: each.certificates,
					evidence: [seen('certificate', each)],
				},
			};
		}
	}
}

function seen(source: Evidence['source'], {name, at}: ImportedEvidence): Evidence {
	return {source, detail: name, grade: null, observedAt: at, outcome: 'ok'};
}

/** The log without who did what: what may be written down. */
export function withoutPeople({recent: _, ...log}: AuditLog): AuditLog {
	return log;
}
