//! A build that is killed leaves the site that was there, and the next one is right.

use std::{process::Stdio, thread::sleep, time::Duration};

use crate::workshop::{Workshop, tree};

const NEWS: usize = 60;

fn write(workshop: &Workshop, text: &str) {
    for n in 0..NEWS {
        let news = format!(
            "---\ntitle: Story {n} {text}\ndate: 2020-02-11\ncountries: [kr]\n---\n{text}\n"
        );
        workshop.write(&format!("content/news/2020/story-{n}.md"), news.as_bytes());
    }
}

#[test]
fn a_killed_build_leaves_the_old_site_or_the_new_one_whole() {
    let workshop = Workshop::new("-- site.yaml --\nlints: { allow: [style] }\n");
    write(&workshop, "new");
    let new = workshop.build(&[]);
    write(&workshop, "old");
    let old = workshop.build(&[]);
    let mut killed = 0;
    // From before anything is rendered to after all is done, in steps that grow.
    for step in 0..10_u64 {
        write(&workshop, "new");
        let mut command = workshop.command();
        let mut build = command
            .args(["build", "--jobs", "1"])
            .stderr(Stdio::null())
            .spawn()
            .expect("the program runs");
        sleep(Duration::from_millis(step * step * 6));
        build.kill().ok();
        let status = build.wait().expect("it ends");
        let there = tree(&workshop.path("public"));
        killed += usize::from(!status.success());
        assert!(there == old || there == new, "after {step} steps: neither old nor new");
        assert!(status.success() <= (there == new), "it said that it was done");
        write(&workshop, "old");
        assert!(workshop.build(&[]) == old, "after {step} steps: the next build");
    }
    assert!(killed > 0, "every build was done before it could be killed");
}
