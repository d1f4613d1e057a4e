import { type NavModelItem } from '@grafana/data';
import { PluginPage } from '@grafana/runtime';
import { type ComponentProps, type ReactNode, useState } from 'react';
import { useNavigate, useParams } from 'react-router-dom';
import { useMay, useResource } from '../../api/resources';
import { type Resource } from '../../api/types';
import { type KindName } from '../../contract';
import { ErrorState } from '../ErrorState';
import { PageSkeleton } from '../PageSkeleton';
import { type Draft } from './document';
import { ResourceEditor } from './ResourceEditor';

interface Props {
  kind: KindName;
  /** Title of the page while there is no resource yet. */
  newTitle: string;
  /** How the form of a new resource begins. */
  blank: () => Draft;
  parentItem?: NavModelItem;
  /** What to call a resource that has no title; its name when left out. */
  titleOf?: (existing: Resource) => string;
  /** Where to go from a resource that was saved, and from one that was deleted. */
  savedUrl: (saved: Resource) => string;
  deletedUrl: string;
  /** The kind's fields; `existing` is undefined of a new resource. */
  children: (existing: Resource | undefined) => ReactNode;
}

/** A page that creates a resource, or changes the one whose name the address has as `:name`. */
export function EditPage({ kind, newTitle, blank, parentItem, titleOf, savedUrl, deletedUrl, children }: Props) {
  const { name } = useParams();
  const existing = useResource(kind, name);
  const mayWrite = useMay(kind, 'write');
  const navigate = useNavigate();
  const [beginning] = useState(blank);

  const editor = (initial: Draft, resource?: Resource) => (
    <Editor
      key={resource?.metadata.name ?? ''}
      kind={kind}
      initial={initial}
      version={resource?.metadata.version}
      file={resource?.metadata.file}
      mayWrite={mayWrite}
      onSaved={(saved) => navigate(savedUrl(saved))}
      onDeleted={() => navigate(deletedUrl)}
    >
      {children(resource)}
    </Editor>
  );
  const known = existing.data;
  const title = name === undefined ? newTitle : String(known?.spec.title ?? (known && titleOf?.(known)) ?? name);
  return (
    <PluginPage pageNav={{ text: title, ...(parentItem && { parentItem }) }}>
      {existing.error && <ErrorState error={existing.error} onRetry={existing.refetch} />}
      {name !== undefined && existing.isPending && <PageSkeleton />}
      {name === undefined && editor(beginning)}
      {existing.data && editor(existing.data, existing.data)}
    </PluginPage>
  );
}

/** Stays with the version that it began with, so that nothing typed is lost when a newer one is read: saving finds out and asks. */
function Editor({ initial, version, ...props }: ComponentProps<typeof ResourceEditor>) {
  const [begun] = useState({ initial, version });
  return <ResourceEditor {...props} {...begun} />;
}
