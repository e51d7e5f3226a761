/** The window of WebKitGTK that WebKitWebDriver drives; run by gjs. The browser that comes with it forgets all it kept. */
import Gtk from 'gi://Gtk?version=3.0'
import WebKit from 'gi://WebKit2?version=4.1'
import { programArgs } from 'system'

const [profile] = programArgs
Gtk.init(null)
const context = new WebKit.WebContext({
  website_data_manager: new WebKit.WebsiteDataManager({ base_data_directory: profile, base_cache_directory: profile }),
})
context.set_automation_allowed(true)
const page = new WebKit.WebView({ web_context: context, is_controlled_by_automation: true })
context.connect('automation-started', (_context, session) => {
  const info = new WebKit.ApplicationInfo()
  info.set_version(WebKit.get_major_version(), WebKit.get_minor_version(), WebKit.get_micro_version())
  session.set_application_info(info)
  session.connect('create-web-view', () => page)
})
const window = new Gtk.Window({ default_width: 390, default_height: 844 })
window.add(page)
window.show_all()
page.connect('close', () => Gtk.main_quit())
Gtk.main()
