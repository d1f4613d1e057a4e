import { config } from '@grafana/runtime';
import { slugOf } from '../../../components/editor/document';
import { type Resource } from '../../../api/types';
import { API_VERSION } from '../../../contract';

/** Whether a person of a document, a Grafana login or e-mail in any case, is the one who looks. */
export function isMe(person: string): boolean {
  const { login, email } = config.bootData.user;
  const wanted = person.trim().toLowerCase();
  return wanted !== '' && [login, email].some((own) => own?.toLowerCase() === wanted);
}

/** A person's agreement to one version of a charter, signed on the day of `now` in the browser's zone. */
export function signature(charter: string, version: number, person: string, now: Date): Resource {
  const day = [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, '0'));
  return {
    apiVersion: API_VERSION,
    kind: 'CharterSignature',
    metadata: { name: slugOf(`${charter} v${version} ${person}`) },
    spec: { charter, version, person, signedOn: day.join('-') },
  };
}
