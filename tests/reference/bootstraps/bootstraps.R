# Percentile intervals by drawing people again, in base R: parts of R^2 (Lindeman, Merenda & Gold) for customer_sat, and the lifts of three
# words for invented answers in which those of one person depend on each other. Writes lifts.csv and oracle.json beside itself.
# Run from this folder: Rscript bootstraps.R
q <- function(x) unname(quantile(x, c(.025, .975), type = 7))
num <- function(x) paste0("[", paste(formatC(x, digits = 12, format = "g"), collapse = ", "), "]")

# Drivers: overall q1 by q2 to q10, every row a person of its own.
d <- read.csv("../customer_sat/data.csv"); d <- na.omit(d[, paste0("q", 1:10)])
r2 <- function(R, k) if (length(k) == 0) 0 else drop(R[1, k] %*% solve(R[k, k, drop = FALSE], R[k, 1]))
lmg <- function(R) {
  p <- ncol(R) - 1
  sets <- lapply(0:(2^p - 1), function(s) which(bitwAnd(s, 2^(0:(p - 1))) > 0) + 1)
  fit <- sapply(sets, function(k) r2(R, k)); size <- lengths(sets)
  w <- factorial(size) * factorial(p - size - 1) / factorial(p)
  sapply(1:p, function(j) { out <- which(bitwAnd(0:(2^p - 1), 2^(j - 1)) == 0); sum(w[out] * (fit[out + 2^(j - 1)] - fit[out])) })
}
rel <- function(R) { # Johnson
  e <- eigen(R[-1, -1]); L <- e$vectors %*% diag(sqrt(e$values)) %*% t(e$vectors); b <- solve(L, R[-1, 1]); drop(L^2 %*% b^2)
}
one <- function(x) { R <- cor(x); a <- lmg(R); c(sum(a), a, rel(R), a / sum(a)) }
point <- one(d)
set.seed(1); B <- 1000
s <- replicate(B, one(d[sample(nrow(d), replace = TRUE), ]))
drivers <- list(lower = apply(s, 1, q)[1, ], upper = apply(s, 1, q)[2, ], sd = apply(s, 1, sd))

# Lifts: 60 people, four products each, liking with a large part of its own for every person.
set.seed(20)
n <- 60; k <- 4
person <- rep(1:n, each = k); own <- rep(rnorm(n, 0, 1.2), each = k)
words <- sapply(c(a = .5, b = .3, c = .15), function(share) as.integer(runif(n * k) < plogis(qlogis(share) + .8 * own)))
liking <- pmin(9, pmax(1, round(6 + own + .7 * words[, "a"] - .5 * words[, "b"] + rnorm(n * k))))
lift <- data.frame(person, liking, words); write.csv(lift, "lifts.csv", row.names = FALSE, quote = FALSE)
rows <- split(seq_len(nrow(lift)), lift$person)
lifts <- function(x) sapply(c("a", "b", "c"), function(w) mean(x$liking[x[[w]] == 1]) - mean(x$liking[x[[w]] == 0]))
set.seed(2); B2 <- 5000
s2 <- replicate(B2, lifts(lift[unlist(rows[sample(n, replace = TRUE)]), ]))
# What treating every row as a person of its own would say, which is too narrow here or too wide.
s3 <- replicate(2000, lifts(lift[sample(nrow(lift), replace = TRUE), ]))

sink("oracle.json")
cat('{\n  "note": "R', paste(R.version$major, R.version$minor, sep = "."), 'base; order: R^2, nine LMG parts, nine relative weights, nine LMG parts / R^2",\n')
cat('  "drivers": { "samples":', B, ', "point":', num(point), ', "lower":', num(drivers$lower), ', "upper":', num(drivers$upper), ', "sd":', num(drivers$sd), "},\n")
cat('  "lifts": { "samples":', B2, ', "point":', num(lifts(lift)), ', "lower":', num(apply(s2, 1, q)[1, ]), ', "upper":', num(apply(s2, 1, q)[2, ]), ', "sd":', num(apply(s2, 1, sd)), ', "sd_of_rows":', num(apply(s3, 1, sd)), "}\n}\n")
sink()
