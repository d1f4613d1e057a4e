import { CacheProvider } from '@emotion/react';
import createCache from '@emotion/cache';
import { ThemeContext } from '@grafana/data';
import { config, locationService, LocationServiceProvider } from '@grafana/runtime';
import { GlobalStyles, PortalContainer } from '@grafana/ui';
import { type Location } from 'history';
import { useEffect, useState } from 'react';
import { type Navigator, Route, Router, Routes } from 'react-router-dom';
import { Alerts } from './chrome/Alerts';
import { Chrome } from './chrome/Chrome';
import { AppPage } from './pages/AppPage';
import { DashboardPage } from './pages/DashboardPage';
import { DataSourcePage } from './pages/DataSourcePage';
import { ExplorePage } from './pages/ExplorePage';
import { HomePage } from './pages/HomePage';
import { LoginPage } from './pages/LoginPage';
import { NotFoundPage } from './pages/NotFoundPage';
import { PluginConfigPage } from './pages/PluginConfigPage';

const styles = createCache({ key: 'css' });

export function App() {
  return (
    <CacheProvider value={styles}>
      <ThemeContext.Provider value={config.theme2}>
        <GlobalStyles />
        <LocationServiceProvider service={locationService}>
          <Pages />
        </LocationServiceProvider>
        <Alerts />
        <PortalContainer />
      </ThemeContext.Provider>
    </CacheProvider>
  );
}

/** Routes follow the location service, which plugins change directly. */
function Pages() {
  const history = locationService.getHistory();
  const [location, setLocation] = useState<Location>(history.location);
  useEffect(() => history.listen((next) => setLocation(next)), [history]);
  return (
    <Router location={location} navigator={history as unknown as Navigator}>
      <Routes>
        <Route path="/login" element={<LoginPage />} />
        <Route
          path="*"
          element={
            <Chrome>
              <Routes>
                <Route path="/" element={<HomePage />} />
                <Route path="/a/:pluginId/*" element={<AppPage />} />
                <Route path="/plugins/:pluginId" element={<PluginConfigPage />} />
                <Route path="/explore" element={<ExplorePage />} />
                <Route path="/d/*" element={<DashboardPage />} />
                <Route path="/dashboards/*" element={<DashboardPage />} />
                <Route path="/dashboard/*" element={<DashboardPage />} />
                <Route path="/connections/datasources/*" element={<DataSourcePage />} />
                <Route path="*" element={<NotFoundPage />} />
              </Routes>
            </Chrome>
          }
        />
      </Routes>
    </Router>
  );
}
