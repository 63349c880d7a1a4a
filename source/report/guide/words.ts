import type {Control, Correction, Mapping, Proof} from '../../types/control.ts';
