import {basename} from 'node:path';
import {doubtingNames} from '../../controls/doubting-events.ts';
import {makeSafe} from '../../terminal/make-safe.ts';
import type {FoundEvidence} from '../../types/evidence-facts.ts';
import type {EvidenceReader} from '../../ui/effects/evidence-reader.ts';
import {pastedPath} from './pasted-path.ts';

/** Read a file as evidence for the wizard; of a log also who did what can put a word in doubt. */
export async function readEvidence(
	kind: Parameters<EvidenceReader>[0],
	place: string,
	{signal, onProgress, now}: Parameters<EvidenceReader>[2] & {readonly now: Date},
): Promise<FoundEvidence> {
	const path = await pastedPath(place);
	const name = makeSafe(basename(path));
	if (kind === 'audit_log') {
		const {readAuditLog} = await import('../../evidence/audit-log/read-audit-log.ts');
		const read = await readAuditLog(path, {signal, now, onProgress, recentOf: doubtingNames});
		return {kind, name, log: read.value};
	}

	const {readCertificateFile} = await import('../../evidence/read-certificate-file.ts');
	const read = await readCertificateFile(path, now);
	return {kind, name, certificates: read.value};
}
