import type {EvidenceKind} from '../../../types/evidence-facts.ts';
import type {FactName} from '../../../types/facts.ts';

/** The fact that a file of each kind gives. */
export const factOfEvidence = {
	audit_log: 'auditLog',
	saml_certificate: 'samlCertificates',
} as const satisfies {readonly [Kind in EvidenceKind]: FactName};
