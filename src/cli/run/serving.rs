//! `serve`: what is said while a site is served.

use std::{
    process::{Command, Stdio},
    sync::Arc,
    time::Duration,
};

use super::{options::Context, publishing::duration};
use crate::{
    build,
    cli::{Exit, args::Serve},
    problem::Severity,
    serve::{Looking, Options, Port, Said, Seen, Server},
    terminal::{Channel, Terminal, human},
};

/// The port, where none is asked for.
const PORT: u16 = 1111;
/// More files than this are counted and not named.
const NAMED: usize = 3;

/// `dateline serve`.
pub fn serve(context: &Context, arguments: &Serve) -> Exit {
    let options = match options(context, arguments) {
        Ok(options) => options,
        Err(message) => return context.misused(&message),
    };
    let (terminal, wanted) = (context.terminal, options.port);
    let server = Server::start(options, Arc::new(move |it: &Said| say(terminal, it)));
    let server = match server {
        Ok(server) => server,
        Err(failure) => return context.failed(&failure),
    };
    let address = server.address();
    if wanted != Port::Exactly(address.port()) && wanted != Port::From(address.port()) {
        terminal.say(&format!("port {PORT} is taken"));
    }
    let shown = if address.ip().is_unspecified() {
        format!("http://localhost:{}/", address.port())
    } else {
        format!("http://{address}/")
    };
    terminal.say(&format!("serving at {shown} (stop with Ctrl+C)"));
    if arguments.open && open(&shown).is_err() {
        terminal.say("no program was found that opens a browser");
    }
    server.wait();
    Exit::Ok
}

fn options(context: &Context, it: &Serve) -> Result<Options, String> {
    let fixed = it.reading.as_of.is_some()
        || context.around.variables.contains_key("SOURCE_DATE_EPOCH");
    Ok(Options {
        root: context.root(),
        config: context.path(context.global.config.as_ref()),
        overrides: context.overrides(&it.reading, &it.levels)?,
        started: (!fixed).then_some(context.around.now),
        jobs: it.reading.jobs,
        interface: it.interface,
        port: it.port.map_or(Port::From(PORT), Port::Exactly),
        follow: it.follow,
        looking: looking(it.poll)?,
        tool: (context.around.tool)(),
        clock: context.around.clock,
    })
}

fn looking(poll: Option<f64>) -> Result<Looking, String> {
    let Some(seconds) = poll else { return Ok(Looking::Told) };
    let often = Duration::try_from_secs_f64(seconds).ok().filter(|it| !it.is_zero());
    often
        .map(Looking::Every)
        .ok_or_else(|| format!("`--poll {seconds}` is no time: write seconds, such as 2"))
}

fn say(terminal: Terminal, said: &Said) {
    match said {
        Said::Failed(failure) => terminal.fail(&failure.to_string()),
        Said::Polling(often) => terminal.say(&format!(
            "there are more folders than the system watches: looking for changes every {} s \
             instead (on Linux, raise fs.inotify.max_user_watches)",
            often.as_secs()
        )),
        Said::Round { changed, problems, sources, seen, ms, amended, withheld } => {
            terminal.problems(problems, sources, Channel::Aside);
            let errors = build::count(problems, Severity::Error);
            let warnings = build::count(problems, Severity::Warning);
            let found = human::count(errors, warnings);
            let found = if found.is_empty() { found } else { format!("; {found}") };
            let last = match seen {
                Seen::Sound => "",
                Seen::LastGood => "; the last good site is still shown",
                Seen::Errors => "; there is nothing to show until they are mended",
            };
            let shown = amended.map(|it| format!(", shown after {}", duration(it)));
            let time = duration(*ms) + &shown.unwrap_or_default();
            terminal.say(&format!("{} in {time}{found}{last}", what(changed)));
            let withheld = withheld.and_then(human::withheld);
            withheld.into_iter().for_each(|it| terminal.say(&it));
        }
    }
}

fn what(changed: &[Arc<str>]) -> String {
    match changed {
        [] => "read the site".to_owned(),
        few if few.len() <= NAMED => format!("read {}", few.join(", ")),
        many => format!("read {} files", many.len()),
    }
}

/// Opens an address in the browser that the system likes best.
fn open(address: &str) -> std::io::Result<()> {
    let mut command = if cfg!(target_os = "macos") {
        Command::new("open")
    } else if cfg!(windows) {
        Command::new("explorer")
    } else {
        Command::new("xdg-open")
    };
    let quiet = command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    quiet.arg(address).spawn().map(|_| ())
}
