import type {AuditLog, ImportedEvidence} from '../types/evidence-facts.ts';
import type {Evidence, Facts, Read} from '../types/facts.ts';

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

/** Facts that a session kept, with its files as they are now: one that was taken back is in no verdict any more. */
export function withFiles(kept: Facts, files: Facts): Facts {
	const {auditLog: _, samlCertificates: __, ...read} = kept;
	return {...read, ...files};
}

/** Facts of a run with the files of its session: of two files of a kind the one that was read later. */
export function withLaterFiles(facts: Facts, files: Facts): Facts {
	return {
		...facts,
		...(isLater(files.auditLog, facts.auditLog) ? {auditLog: files.auditLog} : {}),
		...(isLater(files.samlCertificates, facts.samlCertificates)
			? {samlCertificates: files.samlCertificates}
			: {}),
	};
}

function isLater<Given extends Read<unknown>>(
	file: Given | undefined,
	other: Given | undefined,
): file is Given {
	const when = (read: Given | undefined): string => read?.evidence[0]?.observedAt ?? '';
	return file !== undefined && when(file) > when(other);
}

/** The log without who did what: what may be written down. */
export function withoutPeople({recent: _, ...log}: AuditLog): AuditLog {
	return log;
}
