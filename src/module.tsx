import { AppPlugin, type AppPluginMeta, type AppRootProps, type PluginConfigPageProps } from '@grafana/data';
import { preload } from './app/features';
import { addedLinks } from './extensions/links';
import { lazyWithTranslations } from './lazyWithTranslations';

export const plugin = new AppPlugin()
  .setRootPage(
    lazyWithTranslations<AppRootProps>(() => {
      preload(window.location.pathname);
      return import(/* webpackChunkName: 'app' */ './app/App');
    })
  )
  .addConfigPage({
    title: 'Configuration',
    icon: 'cog',
    id: 'configuration',
    body: lazyWithTranslations<PluginConfigPageProps<AppPluginMeta>>(() => import('./app/ConfigPage')) as never,
  });

addedLinks.forEach((link) => plugin.addLink(link));
