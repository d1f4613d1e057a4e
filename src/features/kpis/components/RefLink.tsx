import { type Ref } from '../../../api/types';
import { AppLink } from '../../../components/AppLink';
import { type Place } from '../../../components/links';
import { type KindName } from '../../../contract';
import { kindWord } from '../../../components/kindWord';
import { refUrl } from '../model/words';
import { useTitleOf } from '../../../api/titles';

/** A resource by its title, linked where it has a page. */
export function RefLink({ reference, at }: { reference: Ref; at: Place }) {
  const title = useTitleOf(reference.kind as KindName)(reference.name);
  const url = refUrl(reference, at);
  return (
    <span>
      {kindWord(reference.kind)} {url ? <AppLink to={url}>{title}</AppLink> : title}
    </span>
  );
}
